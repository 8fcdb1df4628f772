package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.devstack.PaymentStack;
import org.junit.jupiter.api.Test;

/** A restart or another instance does not bring a server back. */
class ProbesE2eTest {
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
  }
}
