package com.yuge.payment.app.proof;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.proof.SendLog.Call;
import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import com.yuge.payment.devstack.RocketMqSecurity;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.devstack.StackFolder;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A broker with ACL 2.0: the service publishes with its keys, and waits without them. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class AclE2eTest {
  private static final String SERVICE = "payment-service";
  private static final String SECRET = "secret-of-the-service";
  private static final String TOPIC = "Topic:" + RocketMqServers.TOPIC;
  private static final String SHOP = "order-service";
  private static final String NO_EVENTS =
      "no permission for access key order-service: check signature failed";
  private static final int ORDERS = 20; // Each has two events.

  /** More than an event has attempts. */
  private static final int FAILURES = 6;

  private static StackFolder folder;
  private static RocketMqServers broker;

  private final SendLog sends = new SendLog();

  @BeforeAll
  static void start() {
    folder = StackFolder.open(StackFolder.ofTests("acl"), progress -> {});
    broker = RocketMqServers.start(folder, RocketMqSecurity.acl("admin", "secret-of-the-admin"));
    broker.users().create(SERVICE, SECRET);
    broker.users().allow(SERVICE, "Pub", TOPIC);
  }

  @AfterAll
  static void stop() {
    folder.close();
  }

  @Test
  void withAWrongSecretEventsWaitAndUseUpNoAttempts(CapturedOutput output) {
    ProofEnvironment environment = ProofEnvironment.on(broker, "proof_acl_secret");
    try (RelayService service =
        RelayService.start(environment, keys(SERVICE, "wrong-secret"), sends)) {
      service.payments().several(ORDERS);

      requireTrouble(
          service, "no permission for access key payment-service", "check signature failed");
    }
    assertThat(output).contains("Outbox trouble").doesNotContain("wrong-secret");

    requireAllPublished(environment, keys(SERVICE, SECRET));
  }

  @Test
  void withoutKeysToo() {
    ProofEnvironment environment = ProofEnvironment.on(broker, "proof_acl_none");
    try (RelayService service = RelayService.start(environment, sends)) {
      service.payments().several(ORDERS);

      requireTrouble(service, "no permission for a client without access key");
    }
    requireAllPublished(environment, keys(SERVICE, SECRET));
  }

  /** The same process goes on by itself once an operator has given the user its permission. */
  @Test
  void withoutPermissionEventsWaitUntilItIsThere() {
    broker.users().create("newcomer", SECRET);
    ProofEnvironment environment = ProofEnvironment.on(broker, "proof_acl_permission");
    try (RelayService service = RelayService.start(environment, keys("newcomer", SECRET), sends)) {
      service.payments().several(ORDERS);
      requireTrouble(service, "newcomer has no permission to access " + TOPIC);

      broker.users().allow("newcomer", "Pub", TOPIC);

      new OutboxRows(service.jdbc()).awaitNothingWaits();
    }
  }

  @Test
  void aConsumerGetsTheEventsWithItsKeysAndElseTellsWhyItGetsNone(CapturedOutput output) {
    broker.users().create(SHOP, SECRET);
    broker.users().allow(SHOP, "Sub", TOPIC, "Group:" + SHOP);
    ProofEnvironment environment = ProofEnvironment.on(broker, "proof_acl_consumer");
    try (RelayService service = RelayService.start(environment, keys(SERVICE, SECRET))) {
      OutboxRows rows = new OutboxRows(service.jdbc());
      service.payments().several(ORDERS);
      rows.awaitNothingWaits();

      try (KitConsumer wrong = consumer("wrong-secret")) {
        await().atMost(OutboxRows.SOON).until(() -> output.toString().contains(NO_EVENTS));
        assertThat(wrong.handled()).isEmpty();
      }
      assertThat(output).doesNotContain("wrong-secret");

      try (KitConsumer right = consumer(SECRET)) {
        List<String> published = rows.committed();
        await().atMost(OutboxRows.SOON).until(() -> right.handled().containsAll(published));
      }
    }
  }

  private static KitConsumer consumer(String secret) {
    return KitConsumer.start(broker, SHOP, new Security(SHOP, secret, null), null);
  }

  // On a busy machine, a send may also end by its timeout.
  private void requireTrouble(RelayService service, String... reasons) {
    OutboxRows rows = new OutboxRows(service.jdbc());
    await().atMost(OutboxRows.SOON).until(() -> mostRefusalsOfOnePartition(reasons) >= FAILURES);

    assertThat(sends.failures())
        .extracting(Call::outcome)
        .hasOnlyElementsOfType(SendOutcome.Trouble.class);
    assertThat(rows.blocked()).isEmpty();
    assertThat(rows.pending()).hasSize(2 * ORDERS).isEqualTo(rows.committed());
  }

  private long mostRefusalsOfOnePartition(String... reasons) {
    return sends.failures().stream()
        .filter(call -> isOneLineWith(reasons, call.outcome()))
        .collect(groupingBy(Call::partition, counting()))
        .values()
        .stream()
        .mapToLong(count -> count)
        .max()
        .orElse(0);
  }

  private static boolean isOneLineWith(String[] reasons, SendOutcome outcome) {
    return outcome instanceof SendOutcome.Trouble trouble
        && trouble.reason().lines().count() == 1
        && Stream.of(reasons).allMatch(trouble.reason()::contains);
  }

  private static void requireAllPublished(ProofEnvironment environment, List<String> keys) {
    try (RelayService service = RelayService.start(environment, keys)) {
      new OutboxRows(service.jdbc()).awaitNothingWaits();
    }
  }

  private static List<String> keys(String access, String secret) {
    return List.of(
        "--payment.rocketmq.access-key=" + access, "--payment.rocketmq.secret-key=" + secret);
  }
}
