package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.RealChannels.Keys;
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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What is shipped works with nothing beside it: the tests' class path has more libraries. It has
 * all that the channels need for calls, notifications and files, without what their SDKs could call
 * but nothing calls here, such as Bouncy Castle.
 */
@Execution(ExecutionMode.CONCURRENT)
class PackagedJarIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Path JAR = Path.of("target", "payment-app.jar");

  /** The development profile's file is not shipped. */
  private static final List<String> DEVELOPMENT =
      List.of(
          "--payment.callback-secret=a-secret-of-the-packaged-jars-test",
          "--payment.callback.max-skew=0",
          "--payment.mock.signature-endpoint=true");

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_packaged");
  private final Orders orderService = TestStack.ONE.orders();
  private final StoredOrders stored = new StoredOrders(database.jdbc());

  @Test
  void moneyComesAndGoesByEachChannel(@TempDir Path elsewhere) throws IOException {
    Path jar = Files.copy(JAR, elsewhere.resolve(JAR.getFileName()));
    try (ChannelFakes fakes = ChannelFakes.start(Keys.USUAL);
        ServiceProcess service =
            ServiceProcess.startJar(jar, JavaProcess.QUICK_START, settings(fakes, elsewhere))) {
      PaymentApi api = service.api();

      reachesTheOrderService(api);
      isPaidAndRefunded(api, "WECHAT", fakes.wechat().client()::pressPay);
      isPaidAndRefunded(api, "ALIPAY", fakes.alipay().client()::pressPay);
      isClosed(
          opened(api, "WECHAT", Map.of("product", "JSAPI", "payerId", "oUpF8uMuAJO_M2pxb1Q9")));
      String scanned = opened(api, "ALIPAY", Map.of());
      assertThat(fakes.alipay().client().scan(scanned)).isEqualTo("WAIT_BUYER_PAY");
      isClosed(scanned);
      assertThat(opened(api, "ALIPAY", Map.of("product", "PAGE"))).isNotEmpty();
      StatementsApi statements = new StatementsApi(api);
      assertThat(statements.planned("WECHAT", "ALL").id()).isNotEmpty();
      assertThat(statements.planned("ALIPAY", "trade").id()).isNotEmpty();

      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(api.get("/actuator/health").http()).isEqualTo(200));
      assertThat(service.log())
          .doesNotContain(" ERROR ", "NoClassDefFoundError", "ClassNotFoundException");
    }
  }

  private List<String> settings(ChannelFakes fakes, Path folder) {
    List<String> settings = new ArrayList<>(fakes.settings(database.arguments(), folder));
    settings.addAll(StatementsApi.OFTEN);
    settings.addAll(DEVELOPMENT);
    return settings;
  }

  private void reachesTheOrderService(PaymentApi api) {
    String orderNo = unique();
    orderService.reserve(orderNo, new BigDecimal("7.77"));
    String payNo = api.create(orderNo, "7.77").text("payNo");
    assertThat(api.pay(payNo).text("payUrl")).endsWith(payNo);
    Map<String, String> callback = api.signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123");
    assertThat(api.callback(callback).text("result")).isEqualTo("PROCESSED");
    assertThat(api.callback(callback).text("result")).isEqualTo("IGNORED");
    assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(orderService.status(orderNo)).contains("PAID"));
  }

  private static String unique() {
    return "JAR-" + UUID.randomUUID().toString().substring(0, 18);
  }

  private static String opened(PaymentApi api, String channel, Map<String, String> payer) {
    Map<String, String> order = Map.of("orderNo", unique(), "amount", "60.00", "channel", channel);
    String payNo = api.post("/payments", order).text("payNo");
    assertThat(api.post("/payments/" + payNo + "/pay", payer).text("status")).isEqualTo("PAYING");
    return payNo;
  }

  private void isPaidAndRefunded(PaymentApi api, String channel, UnaryOperator<String> payer) {
    String payNo = opened(api, channel, Map.of());
    assertThat(payer.apply(payNo)).endsWith("SUCCESS");
    stored.awaitStatus(payNo, "SUCCESS");
    assertThat(api.reconcile(payNo).text("result")).isEqualTo("DECIDED");

    String refundNo = new RefundApi(api).ask(payNo, "R1", "20.00").text("refundNo");

    await()
        .atMost(SOON)
        .until(() -> new RefundApi(api).find(refundNo).text("status").equals("SUCCESS"));
    assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS");
  }

  private void isClosed(String payNo) {
    stored.expire(payNo);
    stored.awaitStatus(payNo, "CLOSED");
  }
}
