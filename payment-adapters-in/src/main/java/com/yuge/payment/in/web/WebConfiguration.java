package com.yuge.payment.in.web;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What all of HTTP shares. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {
  // Behind the encoding and tracing filters, before whatever may read a body.
  private static final int BODY_LIMIT_ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

  @Bean
  Messages paymentMessages() {
    return new Messages();
  }

  @Bean
  FailureAnswers failureAnswers(Messages messages, ObjectProvider<Tracer> tracer) {
    return new FailureAnswers(messages, tracer.getIfAvailable());
  }

  @Bean
  ErrorAdvice errorAdvice(FailureAnswers answers) {
    return new ErrorAdvice(answers);
  }

  @Bean
  ErrorPage errorPage(FailureAnswers answers) {
    return new ErrorPage(answers);
  }

  @Bean
  TomcatErrors tomcatErrors(FailureAnswers answers) {
    return new TomcatErrors(answers);
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit() {
    FilterRegistrationBean<BodyLimitFilter> registration =
        new FilterRegistrationBean<>(new BodyLimitFilter());
    registration.setOrder(BODY_LIMIT_ORDER);
    return registration;
  }
}
