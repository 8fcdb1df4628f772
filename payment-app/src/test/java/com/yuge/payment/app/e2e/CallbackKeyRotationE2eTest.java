package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.mockchannel.MockChannelClient;
import com.yuge.payment.mockchannel.Signing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A channel's key is rotated as the README tells while payers go on paying. */
class CallbackKeyRotationE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int PAYERS = 400;
  private static final Duration BETWEEN_PAYERS = Duration.ofMillis(200);

  /** So many have to be paid with one setting before the next comes. */
  private static final int IN_EACH_PHASE = 10;

  private static final Signing OLD = Signing.hmac("old", "the-old-key-of-at-least-32-bytes");
  private static final Signing NEW = Signing.hmac("new", "the-new-key-of-at-least-32-bytes");

  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_rotation");
  private final ScheduledExecutorService payers = Executors.newSingleThreadScheduledExecutor();
  private final Queue<String> unpaid = new ConcurrentLinkedQueue<>();
  private final AtomicInteger paid = new AtomicInteger();
  private final int port = freePort();

  @AfterEach
  void signAsBefore() {
    payers.shutdownNow();
    channel.signBy(Signing.md5("ymall-payment-secret-key-2024"));
  }

  @Test
  void noCallbackIsRefusedWhileItsKeyIsRotated() throws Exception {
    channel.signBy(OLD);
    try (ServiceProcess service = start("rotation-old", OLD)) {
      open(service.api());
      pay();
      awaitPaidMore();
    }
    try (ServiceProcess both = start("rotation-both", OLD, NEW)) {
      awaitStarted(both);
      awaitPaidMore();
      channel.signBy(NEW);
      awaitPaidMore();
    }
    try (ServiceProcess rotated = start("rotation-new", NEW)) {
      awaitStarted(rotated);
      awaitPaidMore();
      payers.shutdown();
      assertThat(payers.awaitTermination(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
      await().atMost(SOON).until(() -> successes() == paid.get());
    }
    assertThat(unbelieved()).isZero();
  }

  private ServiceProcess start(String name, Signing... keys) throws IOException {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.removeIf(argument -> argument.startsWith("--server.port="));
    arguments.add("--server.port=" + port);
    arguments.add("--payment.reconcile.enabled=false");
    for (int n = 0; n < keys.length; n++) {
      arguments.add("--payment.callback.keys[%d].id=%s".formatted(n, keys[n].keyId()));
      arguments.add("--payment.callback.keys[%d].secret=%s".formatted(n, keys[n].secret()));
    }
    return ServiceProcess.start(name, arguments);
  }

  private static void awaitStarted(ServiceProcess service) {
    PaymentApi unused = service.api();
  }

  private void open(PaymentApi api) {
    for (int n = 0; n < PAYERS; n++) {
      String orderNo = UUID.randomUUID().toString().replace("-", "");
      String payNo = api.create(orderNo, "5.00").text("payNo");
      assertThat(api.pay(payNo).http()).isEqualTo(200);
      unpaid.add(payNo);
    }
  }

  /** From now on, at the cashier, which knows nothing of the service's restarts. */
  private void pay() {
    Future<?> unused =
        payers.scheduleAtFixedRate(
            this::payNext, 0, BETWEEN_PAYERS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void payNext() {
    String payNo = unpaid.poll();
    if (payNo != null && channel.pressPay(payNo).equals("PAID")) {
      paid.incrementAndGet();
    }
  }

  private void awaitPaidMore() {
    int before = successes();
    await().atMost(SOON).until(() -> successes() >= before + IN_EACH_PHASE);
  }

  private int successes() {
    return count("SELECT COUNT(*) FROM t_pay_order WHERE status = 'SUCCESS'");
  }

  private int unbelieved() {
    return count("SELECT COUNT(*) FROM t_pay_callback_log WHERE process_result = 'FAILED'");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int count(String sql) {
    return database.jdbc().sql(sql).query(Integer.class).single();
  }
}
