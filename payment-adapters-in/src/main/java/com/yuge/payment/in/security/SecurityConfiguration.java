package com.yuge.payment.in.security;

import com.yuge.payment.in.web.ErrorWriter;
import com.yuge.payment.in.web.PublicPaths;
import com.yuge.payment.in.web.WebConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** In front of every path of both ports. Spring Boot uses these filters for the operators' too. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
@EnableWebSecurity
@Import(WebConfiguration.class)
public class SecurityConfiguration {
  private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

  @Bean
  @Order(0)
  SecurityFilterChain operatorsSecurity(
      HttpSecurity http, SecurityProperties properties, ErrorWriter errors) {
    keysOnly(http, properties, errors).securityMatcher(SecurityConfiguration::isOfOperators);
    return properties.isOpen()
        ? http.authorizeHttpRequests(AccessRules::open).build()
        : http.authorizeHttpRequests(AccessRules::ofOperators).build();
  }

  @Bean
  SecurityFilterChain callersSecurity(
      HttpSecurity http,
      SecurityProperties properties,
      ErrorWriter errors,
      ObjectProvider<PublicPaths> publicPaths) {
    keysOnly(http, properties, errors);
    if (properties.isOpen()) {
      log.warn(
          "OPEN: no client has a key (payment.security.clients), so whoever is on this machine may"
              + " do everything; nobody else can, since only loopback is listened on");
      return http.authorizeHttpRequests(AccessRules::open).build();
    }
    String[] paths =
        publicPaths.stream().flatMap(some -> some.paths().stream()).toArray(String[]::new);
    return http.authorizeHttpRequests(rules -> AccessRules.ofCallers(rules, paths)).build();
  }

  /**
   * There are no cookies and no sessions, so a forged request has nothing to ride on: no CSRF token
   * is asked for. The headers are written for every answer, also where no request gets this far.
   */
  private static HttpSecurity keysOnly(
      HttpSecurity http, SecurityProperties properties, ErrorWriter errors) {
    SecurityErrorHandler errorHandler = new SecurityErrorHandler(errors);
    BearerFilter bearer = new BearerFilter(new ClientKeys(properties.clients()));
    return http.csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(bearer, UsernamePasswordAuthenticationFilter.class)
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(errorHandler).accessDeniedHandler(errorHandler));
  }

  /** Spring Boot gives that port a context of its own, which has a name. */
  private static boolean isOfOperators(HttpServletRequest request) {
    return WebServerApplicationContext.hasServerNamespace(
        WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()),
        WebServerNamespace.MANAGEMENT.getValue());
  }

  /**
   * Refuses paths that two parties could read differently. Methods are Spring MVC's to refuse.
   * Headers and parameters it would refuse while somebody reads them, which ends as a bug of ours;
   * what we read of them has grammars.
   */
  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedHeaderNames(name -> true);
    firewall.setAllowedHeaderValues(value -> true);
    firewall.setAllowedParameterNames(name -> true);
    firewall.setAllowedParameterValues(value -> true);
    return firewall;
  }

  /** Each filter would be a span of every request's trace. */
  @Bean
  SecurityObservationSettings noSecuritySpans() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  LoopbackWhileOpen loopbackWhileOpen(SecurityProperties properties) {
    return new LoopbackWhileOpen(properties);
  }
}
