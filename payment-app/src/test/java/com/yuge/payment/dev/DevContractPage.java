package com.yuge.payment.dev;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Swagger UI beside the callers' API, so that a developer can read the API and try it. */
@Configuration(proxyBeanMethods = false)
class DevContractPage implements WebMvcConfigurer {
  static final String PAGE = "/openapi/index.html";

  private static final String SWAGGER_UI = "classpath:/META-INF/resources/webjars/swagger-ui/*/";

  /** Only scripts and pictures of the page itself, but styles within it. */
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'";

  // After the filter that sets the service's own policy.
  private static final int ORDER = 0;

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry resources) {
    resources
        .addResourceHandler("/openapi/**")
        .addResourceLocations("classpath:/openapi/", "classpath:/payment/")
        .addResourceLocations(swaggerUi());
  }

  /** Its folder has its version for a name. */
  private static Resource swaggerUi() {
    try {
      return new PathMatchingResourcePatternResolver().getResources(SWAGGER_UI)[0];
    } catch (IOException e) {
      throw new IllegalStateException("no Swagger UI on the class path", e);
    }
  }

  @Bean
  FilterRegistrationBean<Filter> contractPagePolicy() {
    FilterRegistrationBean<Filter> policy =
        new FilterRegistrationBean<>(
            (request, response, chain) -> {
              ((HttpServletResponse) response).setHeader("Content-Security-Policy", POLICY);
              chain.doFilter(request, response);
            });
    policy.addUrlPatterns("/openapi/*");
    policy.setOrder(ORDER);
    return policy;
  }
}
