package com.yuge.payment.in.web;

import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The drain of the callers' port. The operators' port answers until the end. */
@Configuration(proxyBeanMethods = false)
public class DrainConfiguration {
  @Bean
  Drain drain(HttpProperties settings) {
    return new Drain(settings.drainTime());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatWebServerFactory> drainingConnector(Drain drain) {
    return tomcat -> {
      tomcat.setProtocol(DrainingProtocol.Http.class.getName());
      tomcat.addConnectorCustomizers(drain::watch);
    };
  }

  @Bean
  FilterRegistrationBean<DrainFilter> drainFilter(Drain drain) {
    return WebConfiguration.ordered(new DrainFilter(drain), Ordered.HIGHEST_PRECEDENCE);
  }
}
