package com.yuge.payment.in.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the OpenAPI document of both ports on the operators' port. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class OpenApiConfiguration implements WebMvcConfigurer {
  public static final String PATH = "/openapi.yaml";

  /** Sets the content type of YAML files, which neither Tomcat nor Spring knows. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> yamlType() {
    Map<String, String> types = Map.of("yaml", MediaType.APPLICATION_YAML_VALUE);
    return factory -> factory.addMimeMappings(new MimeMappings(types));
  }

  /** Without Last-Modified: all files in the jar have the same time, whatever their version. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry resources) {
    resources
        .addResourceHandler(PATH)
        .addResourceLocations("classpath:/payment/")
        .setUseLastModified(false)
        .setEtagGenerator(OpenApiConfiguration::tag);
  }

  private static String tag(Resource document) {
    try (InputStream content = document.getInputStream()) {
      return DigestUtils.md5DigestAsHex(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
