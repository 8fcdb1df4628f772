package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.app.orderservice.Orders;
import com.yuge.payment.stack.RocketMqServers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was answered is not lost, whenever the service dies. */
class KillE2eTest {
  /** A dead instance's leases end, then the events are carried on. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Orders orderService = TestStack.ONE.orders();
  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_kill");
  private final String orderNo = "KILL-" + UUID.randomUUID().toString().substring(0, 18);

  /** The broker is stopped meanwhile, so that the event is surely not published before the kill. */
  @Test
  void anEventReachesTheConsumerAlthoughTheServiceWasKilledAfterItsAnswer() throws Exception {
    orderService.reserve(orderNo, new BigDecimal("8.88"));
    String payNo = payAndKill();
    assertThat(pending(payNo)).isOne();
    assertThat(orderService.status(orderNo)).contains("STOCK_RESERVED");

    try (ServiceProcess next = ServiceProcess.start("next", database.arguments())) {
      assertThat(next.api().find(payNo).text("status")).isEqualTo("SUCCESS");
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(orderService.status(orderNo)).contains("PAID"));
      assertThat(orderService.timesConsumed(orderNo)).isOne();
      await().atMost(SOON).until(() -> pending(payNo) == 0);
    }
  }

  private String payAndKill() {
    RocketMqServers broker = TestStack.ONE.servers().rocketMq();
    try (ServiceProcess service = ServiceProcess.start("killed", database.arguments())) {
      PaymentApi api = service.api();
      String payNo = api.create(orderNo, "8.88").text("payNo");
      Map<String, String> callback = api.signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123");
      broker.stopBroker();
      try {
        assertThat(api.callback(callback).text("result")).isEqualTo("PROCESSED");
        service.kill();
      } finally {
        broker.startBroker();
      }
      return payNo;
    }
  }

  private int pending(String payNo) {
    return database
        .jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key = ?")
        .param(payNo)
        .query(Integer.class)
        .single();
  }
}
