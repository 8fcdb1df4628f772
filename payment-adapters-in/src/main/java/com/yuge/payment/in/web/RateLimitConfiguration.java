package com.yuge.payment.in.web;

import com.yuge.payment.domain.shared.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How often one may call: addresses before anybody looks at keys, clients once they are known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
public class RateLimitConfiguration {
  // Behind what bounds a request, before whatever costs more.
  private static final int ADDRESS_ORDER = Ordered.HIGHEST_PRECEDENCE + 110;
  // Behind Spring Security, which stands at -100.
  private static final int CLIENT_ORDER = 0;

  /** Signed callbacks are told from others first: a flood of those must not keep them out. */
  @Bean
  FilterRegistrationBean<RateLimitFilter> addressLimitFilter(
      RateLimits limits,
      RateLimitProperties properties,
      ObjectProvider<PublicPaths> publicPaths,
      ErrorWriter errors) {
    Set<String> exempt =
        publicPaths.stream().flatMap(some -> some.paths().stream()).collect(Collectors.toSet());
    return ordered(
        new RateLimitFilter(
            limits,
            properties.address(),
            request -> exempt.contains(path(request)) ? null : RemoteAddress.of(request),
            errors),
        ADDRESS_ORDER);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> clientLimitFilter(
      RateLimits limits, RateLimitProperties properties, ErrorWriter errors) {
    return ordered(
        new RateLimitFilter(limits, properties.client(), RateLimitConfiguration::client, errors),
        CLIENT_ORDER);
  }

  // As the controllers' paths are matched: what is only like one is limited.
  private static String path(HttpServletRequest request) {
    return request.getRequestURI();
  }

  private static @Nullable String client(HttpServletRequest request) {
    Principal client = request.getUserPrincipal();
    return client == null ? null : client.getName();
  }

  private static FilterRegistrationBean<RateLimitFilter> ordered(
      RateLimitFilter filter, int order) {
    FilterRegistrationBean<RateLimitFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setName(filter.name());
    registration.setOrder(order);
    return registration;
  }
}
