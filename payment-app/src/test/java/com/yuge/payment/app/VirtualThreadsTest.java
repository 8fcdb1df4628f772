package com.yuge.payment.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** The service's own settings on a web server without the service. */
class VirtualThreadsTest {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  @Test
  void requestsRunOnVirtualThreadsWhereTheJvmHasThem() throws Exception {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(Probe.class, "--server.port=0")) {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/thread")).build();
      String thread = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();

      boolean virtual = Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
      assertThat(thread).startsWith(virtual ? "VirtualThread[" : "Thread[");
    }
  }

  /** No configuration by name, which the service's own scan would find in the tests. */
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class Probe {
    @Bean
    SimpleUrlHandlerMapping threads() {
      HttpRequestHandler tell =
          (request, response) -> response.getWriter().print(Thread.currentThread());
      return new SimpleUrlHandlerMapping(Map.of("/thread", tell), -1);
    }
  }
}
