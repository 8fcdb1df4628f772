package com.yuge.payment.out.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.devstack.RedisProcess;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * Whatever a real Redis does, every use is answered right, and of all uses in a pause one waits for
 * Redis: the failures that are counted are the waits. How long a wait takes is for a benchmark.
 */
@Timeout(60)
class RedisTroubleTest {
  private static final Duration PAUSE = TestRedis.AFTER_PAUSE;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final RedisProcess SERVER = TestRedis.SERVER;

  @Test
  void absentAtTheStartItIsUsedOnceItIsThere() {
    SERVER.stop();
    try (PaymentsOnRedis payments = new PaymentsOnRedis(TestRedis.production())) {
      try {
        payments.assertRight();
        assertThat(payments.failures()).isEqualTo(1);
      } finally {
        TestRedis.startAgain();
      }
      payments.assertRight();
      assertUsedAgain(payments);
    }
  }

  @Test
  void stoppedItIsDoneWithout() {
    try (PaymentsOnRedis payments = new PaymentsOnRedis(TestRedis.production())) {
      assertUsedAgain(payments);
      SERVER.stop();
      try {
        assertDoneWithout(payments);
      } finally {
        TestRedis.startAgain();
      }
      assertUsedAgain(payments);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP.")
  void hangingItIsDoneWithout() {
    try (PaymentsOnRedis payments = new PaymentsOnRedis(TestRedis.production())) {
      assertUsedAgain(payments);
      SERVER.suspend();
      try {
        assertDoneWithout(payments);
      } finally {
        SERVER.resume();
      }
      assertUsedAgain(payments);
    }
  }

  /** As many as a busy service has at once: more than there are connections. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP.")
  void hangingUnderLoadOneTriesForAll() {
    try (PaymentsOnRedis payments = new PaymentsOnRedis(TestRedis.production())) {
      PayOrder order = payments.given(PayStatus.SUCCESS);
      SERVER.suspend();
      try {
        Race<PayStatus> race = Race.of(64, () -> payments.statusOf(order));
        assertThat(race.failures()).isEmpty();
        assertThat(race.answers()).containsOnly(PayStatus.SUCCESS);
        double first = payments.failures();
        payments.passes(PAUSE);
        assertThat(Race.of(64, () -> payments.statusOf(order)).failures()).isEmpty();
        assertThat(payments.failures()).as("one tries for all").isEqualTo(first + 1);
      } finally {
        SERVER.resume();
      }
    }
  }

  @Test
  void restartedItIsEmptyAndUsedAgain() {
    try (PaymentsOnRedis payments = new PaymentsOnRedis(TestRedis.PATIENT)) {
      PayOrder order = payments.given(PayStatus.SUCCESS);
      assertThat(payments.statusOf(order)).isEqualTo(PayStatus.SUCCESS);
      assertThat(payments.finals.find(order.payNo())).isPresent();

      SERVER.stop();
      TestRedis.startAgain();

      payments.assertRight();
      assertUsedAgain(payments);
      assertThat(payments.finals.find(order.payNo())).isEmpty();
      assertThat(payments.statusOf(order)).isEqualTo(PayStatus.SUCCESS);
    }
  }

  @Test
  void restartedItCostsOneFailureHoweverManyConnectionsThereWere() {
    try (PaymentsOnRedis payments = new PaymentsOnRedis(TestRedis.PATIENT)) {
      payments.useEveryConnection();

      SERVER.stop();
      TestRedis.startAgain();

      payments.assertRight();
      payments.passes(PAUSE);
      payments.assertRight();
      payments.useEveryConnection();
      assertThat(payments.failures()).isEqualTo(1);
    }
  }

  @Test
  void evictingItForgetsAndMakesNothingUp() {
    limitMemory("2mb");
    try (PaymentsOnRedis filling = new PaymentsOnRedis(TestRedis.PATIENT);
        PaymentsOnRedis payments = new PaymentsOnRedis(TestRedis.production())) {
      assertThat(copiesFound(filling, 3_000)).isPositive();
      assertThat(stats()).contains("evicted_keys:").doesNotContain("evicted_keys:0\r");
      payments.assertRight();
    } finally {
      limitMemory("64mb");
    }
  }

  private static int copiesFound(PaymentsOnRedis payments, int orders) {
    int copies = 0;
    for (int n = 0; n < orders; n++) {
      PayOrder order = payments.given(PayStatus.SUCCESS);
      PayOrderDetails details = new PayOrderDetails(order, List.of());
      payments.finals.put(details);
      Optional<PayOrderDetails> copy = payments.finals.find(order.payNo());
      copy.ifPresent(found -> assertThat(found).isEqualTo(details));
      copies += copy.isPresent() ? 1 : 0;
    }
    return copies;
  }

  private static void limitMemory(String bytes) {
    CommandArguments set = new CommandArguments(Command.CONFIG).add("SET").add("maxmemory");
    Object unused = TestRedis.CLIENT.executeCommand(set.add(bytes));
  }

  private static String stats() {
    CommandArguments info = new CommandArguments(Command.INFO).add("stats");
    byte[] text = (byte[]) TestRedis.CLIENT.executeCommand(info);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static void assertDoneWithout(PaymentsOnRedis payments) {
    // On a slow machine a Redis that was well may have been too late, and be left alone already.
    payments.passes(PAUSE);
    double before = payments.failures();
    payments.assertRight();
    assertThat(payments.failures()).as("then it is left alone").isEqualTo(before + 1);
    payments.passes(PAUSE);
    payments.assertRight();
    assertThat(payments.failures()).isEqualTo(before + 2);
  }

  private static void assertUsedAgain(PaymentsOnRedis payments) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              payments.passes(PAUSE);
              return payments.isUsed();
            });
    payments.assertRight();
  }
}
