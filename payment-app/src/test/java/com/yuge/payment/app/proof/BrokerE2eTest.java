package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.proof.SendLog.Call;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whatever a real broker does, events wait, in order, and nobody's attempts are used up. */
class BrokerE2eTest {
  private static final Duration OUTAGE = ProofScale.seconds(2, 60);
  private static final int ORDERS = 30;
  private static final int LIMIT_BYTES = 20_000;

  private final RocketMqServers broker = TestStack.ONE.servers().rocketMq();
  private final SendLog sends = new SendLog();

  @Test
  void stoppedAndRestartedOnItsStoreUnderLoad() {
    outage(
        "stopped",
        load -> {
          broker.stopBroker();
          try {
            load.lastFor(OUTAGE);
          } finally {
            broker.startBroker();
          }
        });
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP.")
  void hangingUnderLoad() {
    outage(
        "hanging",
        load -> {
          broker.suspendBroker();
          try {
            load.lastFor(OUTAGE.dividedBy(2));
          } finally {
            broker.resumeBroker();
          }
        });
  }

  /** What happens while payments go on. */
  private interface Trouble {
    void under(Load load);
  }

  private void outage(String what, Trouble trouble) {
    ProofEnvironment environment = ProofEnvironment.open("proof_broker");
    try (ProofTopic topic = environment.topic();
        RelayService service = RelayService.start(environment, sends)) {
      OutboxRows rows = new OutboxRows(service.jdbc());
      try (Load load = Load.start(ProofScale.LONG ? 2 : 1, service.payments())) {
        await().atMost(OutboxRows.SOON).until(() -> load.count() > ORDERS);
        trouble.under(load);
      }
      DeliveryReport report = DeliveryReport.of(rows, topic).requireComplete();
      requireCallBudget(what, report);
      assertThat(sends.doubtful()).containsAll(report.duplicates());
    }
  }

  private void requireCallBudget(String what, DeliveryReport report) {
    List<Call> failures = sends.failures();
    assertThat(failures).isNotEmpty().hasSizeLessThanOrEqualTo(CallBudget.calls(failures));
    double seconds = CallBudget.span(failures).toMillis() / 1e3;
    System.out.printf(
        "broker %s: %d calls failed in %.1f s (%.1f/s, at most %d), %d events, %d duplicates%n",
        what,
        failures.size(),
        seconds,
        failures.size() / seconds,
        CallBudget.calls(failures),
        report.committed().size(),
        report.duplicates().size());
  }

  @Test
  void aTopicThatIsMadeLater() {
    // A topic of the same name that was deleted may come back with its messages.
    String name = "PROOF_LATER_" + UUID.randomUUID();
    ProofEnvironment environment = ProofEnvironment.onTopic("proof_topic", name);
    try (RelayService service = RelayService.start(environment, sends)) {
      OutboxRows rows = new OutboxRows(service.jdbc());
      service.payments().several(ORDERS);
      await().atMost(OutboxRows.SOON).until(() -> sends.failures().size() >= 3 * 16);
      assertThat(rows.blocked()).isEmpty();
      broker.createTopic(name);
      rows.awaitNothingWaits();
      try (ProofTopic topic = environment.topicFromTheBeginning()) {
        requireCallBudget("without the topic", DeliveryReport.of(rows, topic).requireComplete());
      }
    } finally {
      broker.dropTopic(name);
    }
  }

  @Test
  void anEventOverTheLimitStopsItsOwnOrderOnlyAndCanBeSkipped() {
    ProofEnvironment environment = ProofEnvironment.open("proof_limit");
    broker.limitMessages(LIMIT_BYTES);
    try (ProofTopic topic = environment.topic();
        RelayService producer = RelayService.startProducer(environment)) {
      OutboxRows rows = new OutboxRows(producer.jdbc());
      producer.payments().several(ORDERS);
      PayNo large = producer.payments().one(committed -> {});
      EventId first = new EventId(rows.replaceFirst(large, incompressible()));
      producer.payments().several(ORDERS);
      try (RelayService relay = RelayService.start(environment, sends)) {
        await().atMost(OutboxRows.SOON).until(() -> !rows.blocked().isEmpty());
        await().atMost(OutboxRows.SOON).until(() -> rows.pending().size() == 2);
        assertThat(rows.blocked()).containsExactly(large.value());
        skip(large, first, relay.bean(OperateOutbox.class));
        DeliveryReport report =
            DeliveryReport.ofAllBut(first.value(), rows, topic).requireComplete();
        assertThat(sends.doubtful()).containsAll(report.duplicates());
      }
    } finally {
      broker.limitMessages(RocketMqServers.USUAL_LIMIT_BYTES);
    }
  }

  private static void skip(PayNo payNo, EventId event, OperateOutbox operate) {
    OperatorReason reason = new OperatorReason("proof", "too large for the broker");
    assertThat(operate.skip(event, reason)).isTrue();
    assertThat(operate.unblock(new AggregateKey(payNo.value()), reason)).isTrue();
  }

  // The client compresses what is large.
  private static String incompressible() {
    return new Random(1)
        .ints(3 * LIMIT_BYTES, ' ', '~')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
