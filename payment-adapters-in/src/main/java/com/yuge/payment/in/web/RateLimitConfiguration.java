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

/** Rate limits: for addresses before keys are checked, for clients once they are known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
public class RateLimitConfiguration {
  // After the filters that limit a request's size, before more expensive ones.
  private static final int ADDRESS_ORDER = Ordered.HIGHEST_PRECEDENCE + 110;
  // After Spring Security, whose order is -100.
  private static final int CLIENT_ORDER = 0;

  /**
   * Limits the requests of an address, except to callback paths. Callbacks are verified first, so
   * that a flood of unsigned callbacks cannot block signed ones.
   */
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

  // The raw path, as the controllers match it. A path that is only similar is limited.
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
