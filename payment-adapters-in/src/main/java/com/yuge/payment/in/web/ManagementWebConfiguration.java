package com.yuge.payment.in.web;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The same headers and limits on the operators' port, which Spring Boot gives a context of its own.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Import(LeanContextConfiguration.class)
public class ManagementWebConfiguration {
  @Bean
  TomcatRules managementTomcatRules(FailureAnswers answers, HttpProperties limits) {
    return new TomcatRules(answers, limits);
  }

  @Bean
  FilterRegistrationBean<AnswerHeaders> managementAnswerHeaders() {
    return WebConfiguration.first(new AnswerHeaders());
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
