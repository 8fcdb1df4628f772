package com.yuge.payment.out.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;

/** Whatever Sentinels say, the master is found if any of them knows it. */
@Timeout(60)
class SentinelSocketFactoryTest {
  private static final int REDIS = TestRedis.SERVER.uri().getPort();

  @Test
  void theMasterThatASentinelNamesIsUsed() throws IOException {
    try (FakeSentinel sentinel = new FakeSentinel(REDIS);
        RedisClient client = client(sentinel.node())) {
      assertThat(client.ping()).isEqualTo("PONG");
    }
  }

  /** One is down, one has another master, and one was cut off and names a master that is dead. */
  @Test
  void theNextSentinelIsAskedAndThenComesFirst() throws IOException {
    try (FakeSentinel other = new FakeSentinel(null);
        FakeSentinel late = new FakeSentinel(nobody());
        FakeSentinel right = new FakeSentinel(REDIS);
        RedisClient client =
            client("127.0.0.1:" + nobody(), other.node(), late.node(), right.node())) {
      assertThat(client.ping()).isEqualTo("PONG");
      client.getPool().clear();
      assertThat(client.ping()).isEqualTo("PONG");

      assertThat(Stream.of(other, late).map(FakeSentinel::asked)).containsOnly(1);
      assertThat(right.asked()).isEqualTo(2);
    }
  }

  @Test
  void eachNewConnectionGoesToTheMasterOfTheMoment() throws IOException {
    try (FakeSentinel sentinel = new FakeSentinel(nobody());
        RedisClient client = client(sentinel.node())) {
      assertThatThrownBy(client::ping).hasMessageContaining("Failed to connect");
      sentinel.names(REDIS);

      assertThat(client.ping()).isEqualTo("PONG");
    }
  }

  /** At the start, too: the client is made without asking anybody. */
  @Test
  void whyThereIsNoMasterIsToldOfEachSentinel() throws IOException {
    try (FakeSentinel other = new FakeSentinel(null)) {
      String dead = "127.0.0.1:" + nobody();
      try (RedisClient client = client(dead, other.node())) {
        assertThatThrownBy(client::ping)
            .hasMessageContaining("no master payment by any Sentinel")
            .hasMessageContaining(dead + ": Failed to connect")
            .hasMessageContaining(other.node() + " does not know it");
      }
    }
  }

  /** A dead master that several Sentinels name is tried once, so that nobody waits for it twice. */
  @Test
  void aMasterIsTriedOnce() throws IOException {
    int dead = nobody();
    try (FakeSentinel first = new FakeSentinel(dead);
        FakeSentinel second = new FakeSentinel(dead);
        RedisClient client = client(first.node(), second.node())) {
      assertThatThrownBy(client::ping)
          .hasMessageContaining(first.node() + ": Failed to connect")
          .message()
          .doesNotContain(second.node());
    }
  }

  private static int nobody() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }

  private static RedisClient client(String... nodes) {
    RedisProperties patient = TestRedis.PATIENT;
    return new RedisConfiguration()
        .redisClient(
            new RedisProperties(
                new RedisUri("redis://not-used:6379"),
                new RedisProperties.Sentinel("payment", List.of(nodes), null, null),
                Duration.ofSeconds(2),
                patient.pause(),
                patient.finalOrderTtl(),
                patient.callbackTtl(),
                patient.hintChannel()));
  }
}
