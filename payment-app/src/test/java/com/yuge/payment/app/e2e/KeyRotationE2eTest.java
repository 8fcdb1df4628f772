package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The README's steps, taken on two instances while a shop calls without a pause. */
class KeyRotationE2eTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String OLD = "old-key-of-the-rotation-test";
  private static final String NEW = "new-key-of-the-rotation-test";
  private static final int CALLS_BETWEEN = 20;

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_rotation");
  private final Balancer balancer = new Balancer();
  private final ExecutorService shop = Executors.newFixedThreadPool(2);
  private final AtomicInteger calls = new AtomicInteger();
  private final ConcurrentLinkedQueue<Answer> refused = new ConcurrentLinkedQueue<>();

  private volatile String key = OLD;
  private volatile boolean stopping;

  @AfterEach
  void stop() throws Exception {
    stopping = true;
    shop.shutdown();
    assertThat(shop.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    balancer.close();
  }

  @Test
  void noCallIsRefusedWhileAKeyIsRotated() {
    balancer.add(start(OLD));
    balancer.add(start(OLD));
    List<? extends Future<?>> shops =
        List.of(shop.submit(this::buyOnAndOn), shop.submit(this::buyOnAndOn));
    awaitCalls();

    balancer.restartEach(() -> start(OLD, NEW));
    awaitCalls();
    key = NEW;
    awaitCalls();
    balancer.restartEach(() -> start(NEW));
    awaitCalls();

    assertThat(shops).noneMatch(Future::isDone);
    assertThat(refused).isEmpty();
    assertThat(balancer.call(api -> api.with(OLD).create("ROT-OLD", "1.00")).http()).isEqualTo(401);
  }

  private void buyOnAndOn() {
    while (!stopping) {
      String orderNo = "ROT-" + calls.incrementAndGet();
      Answer answer = balancer.call(api -> api.with(key).create(orderNo, "1.00"));
      if (answer.http() != 200) {
        refused.add(answer);
      }
    }
  }

  private void awaitCalls() {
    int enough = calls.get() + CALLS_BETWEEN;
    await().atMost(LONG).until(() -> calls.get() >= enough);
  }

  private ConfigurableApplicationContext start(String... keys) {
    String hashes =
        Stream.of(keys).map(KeyRotationE2eTest::sha256).collect(Collectors.joining(","));
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add("--payment.outbox.relay.enabled=false");
    arguments.add("--payment.reconcile.enabled=false");
    arguments.add("--payment.security.clients[0].name=shop");
    arguments.add("--payment.security.clients[0].roles=payments");
    arguments.add("--payment.security.clients[0].key-sha256=" + hashes);
    return SpringApplication.run(PaymentApplication.class, arguments.toArray(String[]::new));
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
