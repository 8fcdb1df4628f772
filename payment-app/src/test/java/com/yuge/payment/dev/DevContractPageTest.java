package com.yuge.payment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The page needs nothing from anywhere else. */
class DevContractPageTest {
  private final ConfigurableApplicationContext service =
      new SpringApplicationBuilder(Page.class).run("--server.port=0");

  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  @Import(DevContractPage.class)
  static class Page {}

  @AfterEach
  void stop() {
    service.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    DevContractPage.PAGE + ", text/html, swagger-initializer.js",
    "/openapi/swagger-initializer.js, text/javascript, openapi.yaml",
    "/openapi/swagger-ui-bundle.js, text/javascript, SwaggerUIBundle",
    "/openapi/swagger-ui.css, text/css, swagger-ui",
    "/openapi/openapi.yaml, application/octet-stream, openapi: 3.1"
  })
  void thePageHasAllItsParts(String path, String type, String part) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(found -> assertThat(found).startsWith(type));
    assertThat(answer.body()).contains(part);
  }

  @Test
  void onlyItsOwnScriptsRun() throws Exception {
    assertThat(get(DevContractPage.PAGE).headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'; "));
    assertThat(get(DevContractPage.PAGE).body()).doesNotContain("<script>", "http://", "https://");
  }
}
