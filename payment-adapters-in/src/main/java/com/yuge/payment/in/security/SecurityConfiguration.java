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

/** Security filters for both ports. Spring Boot uses the same chains for the operators' port. */
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
          "OPEN: no client has a key (payment.security.clients), so any process on this machine may"
              + " do everything; the service listens on loopback only");
      return http.authorizeHttpRequests(AccessRules::open).build();
    }
    String[] paths =
        publicPaths.stream().flatMap(some -> some.paths().stream()).toArray(String[]::new);
    return http.authorizeHttpRequests(rules -> AccessRules.ofCallers(rules, paths)).build();
  }

  /**
   * Accepts keys only. The service uses no cookies and no sessions, so it needs no CSRF protection.
   * Another filter writes the security headers, because some requests are answered before this
   * chain.
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

  /** Returns whether the request is on the operators' port, which has a named context. */
  private static boolean isOfOperators(HttpServletRequest request) {
    return WebServerApplicationContext.hasServerNamespace(
        WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()),
        WebServerNamespace.MANAGEMENT.getValue());
  }

  /**
   * Refuses ambiguous paths. Spring MVC refuses wrong methods. The firewall allows all headers and
   * parameters: it would throw only when the code reads them, and the response would be a 500. The
   * grammars check the values that the service reads.
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

  /** Prevents a span for each security filter in every trace. */
  @Bean
  SecurityObservationSettings noSecuritySpans() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  LoopbackWhileOpen loopbackWhileOpen(SecurityProperties properties) {
    return new LoopbackWhileOpen(properties);
  }
}
