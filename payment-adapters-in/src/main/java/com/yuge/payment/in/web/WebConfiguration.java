package com.yuge.payment.in.web;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.Filter;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ServerHttpObservationFilter;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** Beans that all HTTP endpoints share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
@PropertySource("classpath:payment/web.properties")
public class WebConfiguration {
  // The order that Spring Boot uses on the callers' port.
  private static final int TRACE_ORDER = Ordered.HIGHEST_PRECEDENCE + 1;
  // Directly after the filter that starts the trace.
  private static final int TRACE_ID_ORDER = TRACE_ORDER + 1;
  // After the encoding filter, before any filter that may read a body or a query.
  private static final int LIMITS_ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

  @Bean
  Messages paymentMessages() {
    return new Messages();
  }

  @Bean
  TraceIds traceIds(ObjectProvider<Tracer> tracer) {
    return new TraceIds(tracer.getIfAvailable());
  }

  @Bean
  ErrorResponses errorResponses(Messages messages, TraceIds traceIds) {
    return new ErrorResponses(messages, traceIds);
  }

  @Bean
  ErrorWriter errorWriter(ErrorResponses responses) {
    return new ErrorWriter(responses);
  }

  @Bean
  EnvelopeAttributes envelopeAttributes(ErrorResponses responses) {
    return new EnvelopeAttributes(responses);
  }

  @Bean
  ErrorAdvice errorAdvice(ErrorResponses responses) {
    return new ErrorAdvice(responses);
  }

  @Bean
  EmptyErrorBodyAdvice emptyErrorBodyAdvice(ErrorResponses responses) {
    return new EmptyErrorBodyAdvice(responses);
  }

  @Bean
  ErrorPage errorPage(ErrorResponses responses) {
    return new ErrorPage(responses);
  }

  /** Reads request values as texts. The domain's grammars check them. */
  @Bean
  JacksonModule requestTexts() {
    return new SimpleModule("request-texts").addDeserializer(String.class, new TextDeserializer());
  }

  /** Reads JSON as UTF-8 only and does not guess the charset. */
  @Bean
  JsonFactoryBuilderCustomizer utf8Only() {
    return json -> json.disable(TokenStreamFactory.Feature.CHARSET_DETECTION);
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> connector(HttpProperties limits) {
    return tomcat -> tomcat.addConnectorCustomizers(connector -> limit(connector, limits));
  }

  @Bean
  FilterRegistrationBean<SecurityHeadersFilter> securityHeaders() {
    return first(new SecurityHeadersFilter());
  }

  @Bean
  FilterRegistrationBean<TraceIdFilter> traceIdFilter(TraceIds traceIds) {
    return traceId(traceIds);
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(HttpProperties limits) {
    return limits(new BodyLimitFilter(limits));
  }

  @Bean
  FilterRegistrationBean<QueryFilter> queryFilter() {
    return limits(new QueryFilter());
  }

  /** The drain of the callers' port. The operators' port answers until the end. */
  @Bean
  Drain drain(HttpProperties settings) {
    return new Drain(settings.drainTime());
  }

  @Bean
  FilterRegistrationBean<DrainFilter> drainFilter(Drain drain) {
    return first(new DrainFilter(drain));
  }

  /** Sets limits that Spring Boot has no settings for. */
  static void limit(Connector connector, HttpProperties limits) {
    // No method: a lookup of a parameter must not read a form of any length.
    connector.setParseBodyMethods("");
    // The header size already limits them. A separate limit makes Tomcat throw, which causes a 500.
    connector.setMaxLocaleCount(-1);
    // A caller that sends Expect: 100-continue first learns if its body is too long.
    connector.setProperty("continueResponseTiming", "onRead");
    connector.setProperty("maxHeaderCount", Integer.toString(limits.maxHeaders()));
  }

  static FilterRegistrationBean<ServerHttpObservationFilter> trace(
      ServerHttpObservationFilter filter) {
    return ordered(filter, TRACE_ORDER);
  }

  static FilterRegistrationBean<TraceIdFilter> traceId(TraceIds traceIds) {
    return ordered(new TraceIdFilter(traceIds), TRACE_ID_ORDER);
  }

  static <T extends Filter> FilterRegistrationBean<T> first(T filter) {
    return ordered(filter, Ordered.HIGHEST_PRECEDENCE);
  }

  static <T extends Filter> FilterRegistrationBean<T> limits(T filter) {
    return ordered(filter, LIMITS_ORDER);
  }

  private static <T extends Filter> FilterRegistrationBean<T> ordered(T filter, int order) {
    FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }
}
