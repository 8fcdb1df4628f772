package com.yuge.payment.app.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.orderservice.Orders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is shipped works with nothing beside it: the tests' class path has more libraries. */
@Execution(ExecutionMode.CONCURRENT)
class PackagedJarIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** The development profile's file is not shipped. */
  private static final List<String> DEVELOPMENT =
      List.of(
          "--payment.callback-secret=a-secret-of-the-packaged-jars-test",
          "--payment.callback.max-skew=0",
          "--payment.mock.signature-endpoint=true");

  /** Nobody listens there. */
  private static final List<String> NO_SERVERS =
      List.of(
          "--spring.datasource.url=jdbc:mysql://127.0.0.1:1/payment",
          "--spring.datasource.username=payment",
          "--spring.datasource.password=",
          "--payment.rocketmq.name-server=127.0.0.1:1",
          "--payment.redis.uri=redis://127.0.0.1:1",
          "--payment.callback-secret=a-secret-of-the-packaged-jars-test");

  private static final Path JAR = Path.of("target", "payment-app.jar");

  private final Orders orderService = TestStack.ONE.orders();
  private final String orderNo = "JAR-" + UUID.randomUUID().toString().substring(0, 18);

  @Test
  void aPaymentReachesTheOrderService(@TempDir Path elsewhere) throws IOException {
    Path jar = Files.copy(JAR, elsewhere.resolve(JAR.getFileName()));
    orderService.reserve(orderNo, new BigDecimal("7.77"));

    try (ServiceProcess service =
        ServiceProcess.startJar(jar, JavaProcess.QUICK_START, arguments())) {
      PaymentApi api = service.api();
      pay(api);
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(orderService.status(orderNo)).contains("PAID"));
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(api.get("/actuator/health").http()).isEqualTo(200));
      assertThat(service.log())
          .doesNotContain(" ERROR ", "NoClassDefFoundError", "ClassNotFoundException");
    }
  }

  @Test
  void anArchiveOfItsClassesIsMadeWithoutAServer(@TempDir Path elsewhere) throws IOException {
    Path archive = elsewhere.resolve("payment-app.jsa");

    ExtractedJar.of(JAR, elsewhere).train("-XX:ArchiveClassesAtExit=" + archive, NO_SERVERS);

    // The run may not end before the beans are made, or the archive has little of what a start
    // needs.
    assertThat(Files.readString(archive, ISO_8859_1))
        .contains(
            "com/yuge/payment/in/rest/PayOrderController",
            "com/yuge/payment/out/outbox/RelayThread");
  }

  private List<String> arguments() {
    ServiceDatabase database = TestStack.ONE.createDatabase("payment_packaged");
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.addAll(DEVELOPMENT);
    return arguments;
  }

  private void pay(PaymentApi api) {
    String payNo = api.create(orderNo, "7.77").text("payNo");
    assertThat(api.pay(payNo).text("payUrl")).endsWith(payNo);
    Map<String, String> callback = api.signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123");
    assertThat(api.callback(callback).text("result")).isEqualTo("PROCESSED");
    assertThat(api.callback(callback).text("result")).isEqualTo("IGNORED");
    assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS");
  }
}
