package com.yuge.payment.out.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.devstack.RedisProcess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Instances that hint to each other over a real Redis, whatever that does. */
@Timeout(60)
class JedisHintsTest {
  private static final RedisProcess SERVER = TestRedis.SERVER;
  private static final String CHANNEL = TestRedis.PATIENT.hintChannel();
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** No partition has this number: it is sent until it is heard, to see that others will be. */
  private static final int PROBE = 999;

  private final List<Instance> started = new ArrayList<>();
  private final Instance a = new Instance();
  private final Instance b = new Instance();

  @AfterEach
  void close() {
    started.forEach(Instance::close);
  }

  @Test
  void aHintIsHeardByTheOthersAndNotByWhoeverSentIt() {
    Instance c = new Instance();
    awaitConnected(a, b);
    awaitConnected(a, c);
    awaitConnected(b, a);

    a.hints.send(3);
    await().atMost(SOON).until(() -> b.heard.contains(3) && c.heard.contains(3));
    b.hints.send(5);
    await().atMost(SOON).until(() -> a.heard.contains(5));

    assertThat(a.heard).doesNotContain(3);
    assertThat(b.heard).doesNotContain(5);
  }

  @Test
  void aBurstCostsAFewMessages() {
    awaitConnected(a, b);
    long before = published();
    long begun = System.nanoTime();

    for (int commit = 0; commit < 10_000; commit++) {
      a.hints.send(commit % 16);
    }
    await()
        .atMost(SOON)
        .until(() -> IntStream.range(0, 16).allMatch(partition -> b.heard.contains(partition)));

    long pauses = (System.nanoTime() - begun) / JedisCommitHints.PAUSE.toNanos();
    assertThat(published() - before).isBetween(1L, pauses + 2);
  }

  @Test
  void whileRedisIsAwayNothingFailsAndAfterwardsHintsAreHeardAgain() {
    awaitConnected(a, b);
    SERVER.stop();
    try {
      a.hints.send(3);
      a.hints.send(4);
    } finally {
      TestRedis.startAgain();
    }
    awaitConnected(a, b);
    a.hints.send(6);
    await().atMost(SOON).until(() -> b.heard.contains(6));
  }

  @Test
  void absentAtTheStartItIsUsedOnceItIsThere() {
    SERVER.stop();
    Instance late;
    try {
      late = new Instance();
      late.hints.send(3);
    } finally {
      TestRedis.startAgain();
    }
    awaitConnected(a, late);
    awaitConnected(late, a);
  }

  @Test
  void aConnectionThatIsCutIsMadeAnew() {
    awaitConnected(a, b);

    Object unused = run(Command.CLIENT, "KILL", "TYPE", "pubsub");

    awaitConnected(a, b);
  }

  @Test
  void whatAnybodyElseWritesIsIgnored() {
    awaitConnected(a, b);
    for (String garbage :
        List.of("", "a", "a -1", "a 1,,", "a 99999999999", "a 1" + ",2".repeat(9_999))) {
      long receivers = TestRedis.CLIENT.publish(CHANNEL, garbage);
      assertThat(receivers).isEqualTo(2);
    }

    a.hints.send(7);

    await().atMost(SOON).until(() -> b.heard.contains(7));
    assertThat(b.heard).containsOnly(7, PROBE);
  }

  @Test
  void anErrorOfWhoeverHearsEndsNothing() {
    awaitConnected(a, b);
    b.errors.set(1);

    a.hints.send(8);
    await().atMost(SOON).until(() -> b.errors.get() == 0);

    awaitConnected(a, b);
    a.hints.send(9);
    await().atMost(SOON).until(() -> b.heard.contains(9));
  }

  /** As an account that nobody gave the channel to. */
  @Test
  void whoMayNotUseTheChannelUsesTheRest() {
    Object unused =
        run(Command.ACL, "SETUSER", "limited", "on", ">limited", "~*", "+@all", "resetchannels");
    RedisProperties limited =
        TestRedis.properties(
            URI.create("redis://limited:limited@127.0.0.1:" + SERVER.uri().getPort()), PATIENCE);
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    try (RedisClient client = new RedisConfiguration().redisClient(limited)) {
      RedisCalls redis = new RedisCalls(client, limited, metrics, Clock.systemUTC());
      JedisCommitHints hints = new JedisCommitHints(redis, CHANNEL, HintSender.random());
      long before = published();

      hints.send(3);
      await().atMost(SOON).until(() -> rejected() > 0);

      assertThat(redis.<String>ask(UnifiedJedis::ping)).contains("PONG");
      assertThat(metrics.counter("payment.redis.failures").count()).isZero();
      assertThat(published()).isEqualTo(before);
    }
  }

  private static void awaitConnected(Instance from, Instance to) {
    to.heard.remove(PROBE);
    await()
        .atMost(SOON)
        .until(
            () -> {
              from.hints.send(PROBE);
              return to.heard.contains(PROBE);
            });
  }

  private static long published() {
    return commandStatistic("calls");
  }

  private static long rejected() {
    return commandStatistic("rejected_calls");
  }

  private static long commandStatistic(String name) {
    byte[] text = (byte[]) run(Command.INFO, "commandstats");
    return Pattern.compile("cmdstat_publish:.*\\b" + name + "=(\\d+)")
        .matcher(new String(text, StandardCharsets.US_ASCII))
        .results()
        .map((MatchResult found) -> Long.parseLong(found.group(1)))
        .findFirst()
        .orElse(0L);
  }

  private static Object run(Command command, String... words) {
    CommandArguments arguments = new CommandArguments(command);
    for (String word : words) {
      arguments.add(word);
    }
    return TestRedis.CLIENT.executeCommand(arguments);
  }

  /** One that sends and hears as the service does. */
  private final class Instance implements AutoCloseable {
    private final RedisCalls redis = TestRedis.patient();
    private final HintSender self = HintSender.random();
    final JedisCommitHints hints = new JedisCommitHints(redis, CHANNEL, self);
    final Set<Integer> heard = ConcurrentHashMap.newKeySet();
    final AtomicInteger errors = new AtomicInteger();
    private final JedisHintSubscriber subscriber =
        new JedisHintSubscriber(redis, TestRedis.PATIENT, self, this::hear);

    Instance() {
      started.add(this);
    }

    private void hear(int partition) {
      if (errors.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new OutOfMemoryError("test");
      }
      heard.add(partition);
    }

    @Override
    public void close() {
      subscriber.close();
      hints.close();
    }
  }
}
