package com.yuge.payment.app.alerts;

import static com.yuge.payment.app.alerts.AlertedService.SOON;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.alerts.Fault.Cure;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.OperatorReason;
import java.util.List;
import java.util.Map;

/** What goes wrong between the outbox and the broker. */
final class OutboxFaults {
  /** No event is as short. */
  private static final int TINY_BYTES = 100;

  private static final RocketMqServers BROKER = TestStack.ONE.servers().rocketMq();

  static final List<Fault> ALL =
      List.of(
          Fault.of("the broker is stopped", OutboxFaults::brokerStopped)
              .has("PaymentOutboxLate", Movement.RISES),
          Fault.of("the broker hangs for more than a second", OutboxFaults::brokerHangs)
              .has(
                  "PaymentOutboxSlow",
                  Movement.RISES,
                  // Those within a second do not become more.
                  Map.of("payment_outbox_commit_to_ack_seconds_bucket", Movement.STAYS)),
          Fault.of("an event is over the broker's limit", OutboxFaults::eventOverLimit)
              .has("PaymentEventsBlocked", Movement.RISES),
          Fault.of("an Error ends the relay", OutboxFaults::relayDies)
              .has(
                  "PaymentRelayDead",
                  Movement.RISES,
                  Map.of("payment_outbox_relay_up", Movement.FALLS)));

  private OutboxFaults() {}

  private static Cure brokerStopped(AlertedService service) {
    BROKER.stopBroker();
    String unused = service.paidOrder();
    return () -> {
      BROKER.startBroker();
      service.awaitPublished();
    };
  }

  private static Cure brokerHangs(AlertedService service) {
    BROKER.suspendBroker();
    try {
      String unused = service.paidOrder();
      await().atMost(SOON).until(() -> service.value("payment_outbox_oldest_age_seconds") > 1);
    } finally {
      BROKER.resumeBroker();
    }
    return service::awaitPublished;
  }

  private static Cure eventOverLimit(AlertedService service) {
    BROKER.limitMessages(TINY_BYTES);
    String payNo = service.paidOrder();
    return () -> {
      BROKER.limitMessages(RocketMqServers.USUAL_LIMIT_BYTES);
      OperatorReason raised = new OperatorReason("li", "limit raised");
      boolean unused = service.bean(OperateOutbox.class).unblock(new AggregateKey(payNo), raised);
      service.awaitPublished();
    };
  }

  private static Cure relayDies(AlertedService service) {
    service.killRelay(new OutOfMemoryError("test"));
    String unused = service.paidOrder();
    return () -> await().atMost(SOON).until(() -> service.value("payment_outbox_relay_up") == 1);
  }
}
