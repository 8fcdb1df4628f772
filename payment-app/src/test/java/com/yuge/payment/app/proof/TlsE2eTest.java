package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.proof.SendLog.Call;
import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import com.yuge.payment.devstack.RocketMqSecurity;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.devstack.ServerCertificate;
import com.yuge.payment.devstack.StackFolder;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A name server and a broker that take nothing but TLS. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class TlsE2eTest {
  private static final int ORDERS = 5; // Each has two events.
  private static final int FAILURES = 20;

  private static StackFolder folder;
  private static RocketMqServers servers;
  private static ServerCertificate ours;
  private static ServerCertificate strangers;

  private final SendLog sends = new SendLog();

  @BeforeAll
  static void start(@TempDir Path certificates) {
    ours = ServerCertificate.create(certificates, "ours");
    strangers = ServerCertificate.create(certificates, "strangers");
    folder = StackFolder.open(StackFolder.ofTests("tls"), progress -> {});
    servers = RocketMqServers.start(folder, RocketMqSecurity.tls(ours));
  }

  @AfterAll
  static void stop() {
    folder.close();
  }

  /** It may be another's server, so it gets nothing. */
  @Test
  void whoTrustsAnotherAuthoritySendsNothing(CapturedOutput output) {
    ProofEnvironment environment = ProofEnvironment.on(servers, "proof_tls_strangers");
    try (RelayService service = RelayService.start(environment, trust(strangers), sends)) {
      service.payments().several(ORDERS);

      requireTrouble(service);
    }
    assertThat(output).contains("No TLS with", "unable to find valid certification path");
    requireAllPublished(environment);
  }

  @Test
  void whoSpeaksNoTlsSendsNothing() {
    ProofEnvironment environment = ProofEnvironment.on(servers, "proof_tls_none");
    try (RelayService service = RelayService.start(environment, sends)) {
      service.payments().several(ORDERS);

      requireTrouble(service);
    }
    requireAllPublished(environment);
  }

  @Test
  void aConsumerGetsTheEvents() {
    ProofEnvironment environment = ProofEnvironment.on(servers, "proof_tls_consumer");
    try (RelayService service = RelayService.start(environment, trust(ours))) {
      OutboxRows rows = new OutboxRows(service.jdbc());
      service.payments().several(ORDERS);
      rows.awaitNothingWaits();

      SslBundle bundle = service.bean(SslBundles.class).getBundle("mq");
      Security security = new Security(null, null, "mq");
      try (KitConsumer shop = KitConsumer.start(servers, "order-service", security, bundle)) {
        List<String> published = rows.committed();
        await().atMost(OutboxRows.SOON).until(() -> shop.handled().containsAll(published));
      }
    }
  }

  private void requireTrouble(RelayService service) {
    OutboxRows rows = new OutboxRows(service.jdbc());
    await().atMost(OutboxRows.SOON).until(() -> sends.failures().size() >= FAILURES);

    assertThat(sends.failures())
        .extracting(Call::outcome)
        .hasOnlyElementsOfType(SendOutcome.Trouble.class)
        .last()
        .asString()
        .contains(servers.nameServerAddress());
    assertThat(rows.blocked()).isEmpty();
    assertThat(rows.pending()).hasSize(2 * ORDERS).isEqualTo(rows.committed());
  }

  private static void requireAllPublished(ProofEnvironment environment) {
    try (RelayService service = RelayService.start(environment, trust(ours))) {
      new OutboxRows(service.jdbc()).awaitNothingWaits();
    }
  }

  private static List<String> trust(ServerCertificate authority) {
    return List.of(
        "--payment.rocketmq.ssl-bundle=mq",
        "--spring.ssl.bundle.pem.mq.truststore.certificate=file:" + authority.certificate());
  }
}
