package com.yuge.payment.in.web;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * The same headers and limits on the operators' port. Spring Boot gives this port a context of its
 * own.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class ManagementWebConfiguration {
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> managementConnector(
      HttpProperties limits) {
    return tomcat ->
        tomcat.addConnectorCustomizers(connector -> WebConfiguration.limit(connector, limits));
  }

  @Bean
  FilterRegistrationBean<SecurityHeadersFilter> managementSecurityHeaders() {
    return WebConfiguration.first(new SecurityHeadersFilter());
  }

  /** Starts traces. Spring Boot does so only on the callers' port. */
  @Bean
  FilterRegistrationBean<ServerHttpObservationFilter> managementTrace(ObservationRegistry traces) {
    return WebConfiguration.trace(new ServerHttpObservationFilter(traces));
  }

  @Bean
  FilterRegistrationBean<TraceIdFilter> managementTraceId(TraceIds traceIds) {
    return WebConfiguration.traceId(traceIds);
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> managementBodyLimit(HttpProperties limits) {
    return WebConfiguration.limits(new BodyLimitFilter(limits));
  }

  @Bean
  FilterRegistrationBean<QueryFilter> managementQuery() {
    return WebConfiguration.limits(new QueryFilter());
  }
}
