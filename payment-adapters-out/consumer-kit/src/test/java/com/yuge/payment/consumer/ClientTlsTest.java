package com.yuge.payment.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A real client of RocketMQ, and a listener in the place of its name server. */
@ExtendWith(OutputCaptureExtension.class)
class ClientTlsTest {
  private static final List<DefaultMQProducer> STARTED = new ArrayList<>();

  private static GeneratedKeys server;
  private static GeneratedKeys shop;

  private TlsListener listener;

  @BeforeAll
  static void generate(@TempDir Path folder) {
    server = GeneratedKeys.of(folder, "server");
    shop = GeneratedKeys.of(folder, "shop");
  }

  /** Each takes up to 3 s, for which no other test has to wait. */
  @AfterAll
  static void shutDown() {
    STARTED.forEach(client -> new Thread(client::shutdown).start());
  }

  @BeforeEach
  void start() {
    listener = new TlsListener(server, shop);
  }

  @AfterEach
  void stop() throws IOException {
    listener.close();
  }

  @Test
  void aServerOfTheTrustedAuthorityIsTalkedTo() throws Exception {
    Throwable closed = ask(SslBundle.of(SslStoreBundle.of(null, null, server.trust())));

    assertThat(listener.nextHandshake()).isEqualTo("anonymous");
    assertThat(closed).isNotNull();
  }

  @Test
  void theClientShowsItsCertificateIfItHasOne() throws Exception {
    Throwable closed =
        ask(SslBundle.of(SslStoreBundle.of(shop.keys(), GeneratedKeys.PASSWORD, server.trust())));

    assertThat(listener.nextHandshake()).isEqualTo("CN=shop");
    assertThat(closed).isNotNull();
  }

  @Test
  void aServerOfAnotherAuthorityIsRefused(CapturedOutput output) throws Exception {
    Throwable refused = ask(SslBundle.of(SslStoreBundle.of(null, null, shop.trust())));

    assertThat(listener.nextHandshake()).startsWith("failed: ");
    assertThat(refused).isNotNull();
    assertThat(output).contains("No TLS with", "unable to find valid certification path");
  }

  /** The JDK's authorities would vouch for any server, because no host's name is compared. */
  @Test
  void aBundleWithoutATruststoreIsRefused() {
    SslBundle bundle = SslBundle.of(SslStoreBundle.of(shop.keys(), GeneratedKeys.PASSWORD, null));

    assertThatThrownBy(() -> ClientTls.of(bundle))
        .hasMessage("payment-events.security.ssl-bundle needs a truststore");
  }

  /** Asks for a route, which fails, since the listener is no name server. */
  private Throwable ask(SslBundle bundle) throws MQClientException {
    DefaultMQProducer client = new DefaultMQProducer("tls-" + UUID.randomUUID());
    client.setNamesrvAddr(listener.address());
    client.setInstanceName("tls-" + UUID.randomUUID());
    ClientTls.of(bundle).applyTo(client, null);
    client.start();
    STARTED.add(client);
    return catchThrowable(() -> client.fetchPublishMessageQueues("TOPIC"));
  }
}
