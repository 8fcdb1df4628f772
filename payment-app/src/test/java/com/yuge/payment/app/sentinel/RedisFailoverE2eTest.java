package com.yuge.payment.app.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceInJvm;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.devstack.RedisProcess;
import com.yuge.payment.devstack.RedisSentinels;
import com.yuge.payment.devstack.StackFolder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.context.ConfigurableApplicationContext;

/** The master dies or hangs under load: no call fails, and the next master is used. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP.")
@Tag("slow")
class RedisFailoverE2eTest {
  private static final boolean LONG = Boolean.getBoolean("proof.long");
  private static final int ROUNDS = LONG ? 12 : 1;
  private static final int CALLERS = LONG ? 2 : 1;
  private static final String CHANNEL = "test:sentinel-hints";
  private static final Duration DOWN_AFTER = Duration.ofMillis(500);
  private static final Duration SOON = Duration.ofSeconds(60);

  /** How long a copy of a final order lives in these services. */
  private static final Duration COPY = Duration.ofSeconds(5);

  private final RedisSentinels redis =
      RedisSentinels.start(
          StackFolder.open(StackFolder.ofTests("sentinels"), progress -> {}), DOWN_AFTER);
  private final RedisMaster master = new RedisMaster(redis, CHANNEL);
  private final List<ConfigurableApplicationContext> instances = new ArrayList<>();

  @AfterEach
  void end() {
    instances.forEach(ServiceInJvm::stop);
    redis.stop();
  }

  @Test
  void whoeverIsMasterNoCallFailsAndCopiesLimitsAndHintsAreThereAgain() {
    List<String> arguments = arguments();
    instances.add(ServiceInJvm.start(arguments));
    instances.add(ServiceInJvm.start(arguments));
    await().atMost(SOON).until(() -> master.listening() == 2 && master.replicas() == 2);
    try (CachedCalls calls = new CachedCalls(apis(), CALLERS)) {
      awaitUsed();
      for (int round = 0; round < ROUNDS; round++) {
        failOver(round, calls);
      }
      assertThat(calls.oldest()).as("an older copy was shown").isLessThan(COPY.plusSeconds(1));
    }
  }

  // Every third one hangs instead, and before every fourth one a Sentinel dies.
  private void failOver(int round, CachedCalls calls) {
    int former = master.port().orElseThrow();
    RedisProcess victim = redis.server(former);
    boolean hangs = round % 3 == 2;
    boolean withoutSentinel = round % 4 == 3;
    if (withoutSentinel) {
      redis.killSentinel(0);
    }
    int callsBefore = calls.calls();
    double failuresBefore = failures();
    long start = System.nanoTime();
    end(victim, hangs);
    await().atMost(SOON).until(() -> master.port().filter(port -> port != former).isPresent());
    long moved = millisSince(start);
    awaitUsed();
    long used = millisSince(start);
    awaitHints();
    System.out.printf(
        "%-12s new master after %d ms, copies after %d ms, hints after %d ms; %d calls, %.0f"
            + " failures of Redis; an older copy for %d ms%n",
        (hangs ? "hangs" : "kill -9") + (withoutSentinel ? " -1 S" : ""),
        moved,
        used,
        millisSince(start),
        calls.calls() - callsBefore,
        failures() - failuresBefore,
        calls.oldest().toMillis());
    assertThat(calls.wrong()).isEmpty();
    begin(victim, hangs);
    if (withoutSentinel) {
      redis.startSentinel(0);
    }
    await().atMost(SOON).until(() -> master.replicas() == 2);
  }

  private static void end(RedisProcess server, boolean hangs) {
    if (hangs) {
      server.suspend();
    } else {
      server.kill();
    }
  }

  /** It comes back as if it were a master, and empty; a Sentinel makes it a replica. */
  private static void begin(RedisProcess server, boolean hung) {
    if (hung) {
      server.resume();
    } else {
      server.start();
    }
  }

  /** Each instance puts copies into the master, and counts there. */
  private void awaitUsed() {
    for (PaymentApi instance : apis()) {
      await().atMost(SOON).pollDelay(Duration.ZERO).until(() -> isCopied(instance));
    }
    assertThat(master.hasLimits()).isTrue();
  }

  private boolean isCopied(PaymentApi instance) {
    String payNo = instance.paidOrder(UUID.randomUUID().toString().replace("-", ""));
    assertThat(instance.find(payNo).http()).isEqualTo(200);
    return master.hasCopy(payNo);
  }

  private void awaitHints() {
    await().atMost(SOON).until(() -> master.listening() == 2);
    long before = master.published();
    await().atMost(SOON).until(() -> master.published() > before);
  }

  private List<PaymentApi> apis() {
    return instances.stream().map(ServiceInJvm::api).toList();
  }

  private double failures() {
    return instances.stream()
        .map(instance -> instance.getBean(MeterRegistry.class))
        .mapToDouble(meters -> meters.get("payment.redis.failures").counter().count())
        .sum();
  }

  private List<String> arguments() {
    return Stream.concat(
            TestStack.ONE.createDatabase("payment_sentinel").arguments().stream()
                .filter(argument -> !argument.startsWith("--payment.redis.")),
            Stream.of(
                "--payment.redis.uri=redis://:" + RedisSentinels.PASSWORD + "@not-used:6379",
                "--payment.redis.sentinel.master=" + RedisSentinels.MASTER,
                "--payment.redis.sentinel.nodes=" + redis.nodes(),
                "--payment.redis.sentinel.password=" + RedisSentinels.SENTINEL_PASSWORD,
                "--payment.redis.final-order-ttl=" + COPY.toSeconds() + "s",
                "--payment.redis.hint-channel=" + CHANNEL))
        .toList();
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
