package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Traces and metrics go to a collector if its address is set, by Spring Boot's settings. */
class OtlpE2eTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void aCollectorGetsSpansAndMetrics() throws IOException {
    Map<String, String> received = new ConcurrentHashMap<>();
    HttpServer collector = collector(received);
    try {
      String url = "http://127.0.0.1:" + collector.getAddress().getPort();
      List<String> arguments =
          new ArrayList<>(TestStack.ONE.createDatabase("payment_otlp").arguments());
      arguments.add(
          "--management.opentelemetry.tracing.export.otlp.endpoint=" + url + "/v1/traces");
      arguments.add("--management.otlp.metrics.export.enabled=true");
      arguments.add("--management.otlp.metrics.export.url=" + url + "/v1/metrics");
      arguments.add("--management.otlp.metrics.export.step=1s");
      ConfigurableApplicationContext service = ServiceInJvm.start(arguments);
      try {
        assertThat(ServiceInJvm.api(service).create("OTLP-1", "1.00").http()).isEqualTo(200);

        await()
            .atMost(SOON)
            .untilAsserted(
                () -> {
                  assertThat(received.get("/v1/traces"))
                      .contains("payment-service", "http post /payments");
                  assertThat(received.get("/v1/metrics"))
                      .contains("payment-service", "payment.outbox.published");
                });
      } finally {
        ServiceInJvm.stop(service);
      }
    } finally {
      collector.stop(0);
    }
  }

  @Test
  void withoutAnAddressNothingIsSent() {
    ConfigurableApplicationContext service =
        ServiceInJvm.start(TestStack.ONE.createDatabase("payment_no_otlp").arguments());
    try {
      assertThat(service.getBeanNamesForType(SpanExporter.class)).isEmpty();
      assertThat(service.getBeanNamesForType(OtlpMeterRegistry.class)).isEmpty();
    } finally {
      ServiceInJvm.stop(service);
    }
  }

  /** The texts in its protocol's binary form are as they are. */
  private static HttpServer collector(Map<String, String> received) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.merge(
              exchange.getRequestURI().getPath(),
              new String(body, StandardCharsets.ISO_8859_1),
              String::concat);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
