package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.devstack.PaymentStack;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A restart or another instance does not bring a server back. */
class ProbesE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final PaymentApi api = RunningService.ONE.api();
  private final PaymentStack servers = TestStack.ONE.servers();

  @Test
  void withoutAnyServerTheServiceIsAliveAndReady() {
    servers.database().stop();
    servers.redis().stop();
    servers.rocketMq().stopBroker();
    try {
      assertThat(api.get("/actuator/health").http()).isEqualTo(503);
      assertThat(api.get("/actuator/health/liveness").http()).isEqualTo(200);
      assertThat(api.get("/actuator/health/readiness").http()).isEqualTo(200);
    } finally {
      servers.rocketMq().startBroker();
      servers.redis().start();
      servers.database().start();
    }
    awaitPayments();
  }

  /** Each of the service's pools takes its own time to see that the database is back. */
  private void awaitPayments() {
    String orderNo = UUID.randomUUID().toString().replace("-", "");
    String payNo = repeated(() -> api.create(orderNo, "1.00")).text("payNo");
    assertThat(repeated(() -> api.pay(payNo)).text("status")).isEqualTo("PAYING");
    assertThat(repeated(() -> api.find(payNo)).text("status")).isEqualTo("PAYING");
    Answer health = repeated(() -> api.get("/actuator/health"));
    assertThat(health.http()).isEqualTo(200);
  }

  private static Answer repeated(Callable<Answer> call) {
    return PaymentApi.untilAnswered(SOON, call);
  }
}
