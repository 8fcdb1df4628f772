package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.mock.SignedCallback;
import com.yuge.payment.channelfakes.mock.Signing;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The steps of payment-adapters-in's README for a client's key and for a channel's, taken on two
 * instances while a shop and a channel call without a pause.
 */
@Tag("slow")
class KeyRotationE2eTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Keys OLD = Keys.named("old");
  private static final Keys NEW = Keys.named("new");
  private static final int CALLS_BETWEEN = 20;
  private static final Money PRICE = Money.cny(new BigDecimal("1.00"));

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_rotation");
  private final Balancer balancer = new Balancer();
  private final ExecutorService shop = Executors.newSingleThreadExecutor();
  private final AtomicInteger calls = new AtomicInteger();
  private final ConcurrentLinkedQueue<Answer> refused = new ConcurrentLinkedQueue<>();

  private volatile Keys keys = OLD;
  private volatile boolean stopping;

  /** What the shop shows, and what the channel signs with. */
  private record Keys(String shop, Signing channel) {
    static Keys named(String name) {
      return new Keys(
          name + "-key-of-the-rotation-test",
          Signing.hmac(name, name + "-secret-of-the-rotation-test-with-32-bytes"));
    }

    SignedCallback sign(String payNo) {
      return SignedCallback.ofSuccess(new PayNo(payNo), PRICE, Instant.now(), channel);
    }
  }

  @AfterEach
  void stop() throws Exception {
    stopping = true;
    shop.shutdown();
    assertThat(shop.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    balancer.close();
  }

  @Test
  void noCallIsRefusedWhileKeysAreRotated() {
    balancer.add(start(OLD));
    balancer.add(start(OLD));
    Future<?> buying = shop.submit(this::buyOnAndOn);
    awaitCalls();

    balancer.restartEach(() -> start(OLD, NEW));
    awaitCalls();
    keys = NEW;
    awaitCalls();
    balancer.restartEach(() -> start(NEW));
    awaitCalls();

    assertThat(buying).isNotDone();
    assertThat(refused).isEmpty();
    assertThat(create(OLD, "ROT-OLD").code()).isEqualTo("A0301");
    Answer created = create(NEW, "ROT-NEW");
    assertThat(callBack(OLD, created).code()).isEqualTo("A0340");
  }

  private void buyOnAndOn() {
    while (!stopping) {
      String orderNo = "ROT-" + calls.incrementAndGet();
      Answer created = create(keys, orderNo);
      Answer paid = callBack(keys, created);
      if (!paid.text("result").equals("PROCESSED")) {
        refused.addAll(List.of(created, paid));
      }
    }
  }

  private Answer create(Keys by, String orderNo) {
    return balancer.call(
        api -> api.with(by.shop()).create(orderNo, PRICE.amount().toPlainString()));
  }

  private Answer callBack(Keys by, Answer created) {
    SignedCallback signed = by.sign(created.text("payNo"));
    return balancer.call(api -> api.callback(signed));
  }

  private void awaitCalls() {
    int enough = calls.get() + CALLS_BETWEEN;
    await().atMost(LONG).until(() -> calls.get() >= enough);
  }

  private ConfigurableApplicationContext start(Keys... active) {
    String hashes =
        Stream.of(active)
            .map(Keys::shop)
            .map(KeyRotationE2eTest::sha256)
            .collect(Collectors.joining(","));
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add("--payment.outbox.relay.enabled=false");
    arguments.add("--payment.reconcile.enabled=false");
    arguments.add("--payment.security.clients[0].name=shop");
    arguments.add("--payment.security.clients[0].roles=payments");
    arguments.add("--payment.security.clients[0].key-sha256=" + hashes);
    for (int n = 0; n < active.length; n++) {
      Signing channel = active[n].channel();
      arguments.add("--payment.callback.keys[%d].id=%s".formatted(n, channel.keyId()));
      arguments.add("--payment.callback.keys[%d].secret=%s".formatted(n, channel.secret()));
    }
    return ServiceInJvm.start(arguments);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
