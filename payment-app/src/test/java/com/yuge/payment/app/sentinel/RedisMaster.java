package com.yuge.payment.app.sentinel;

import com.yuge.payment.devstack.RedisSentinels;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** The master that most Sentinels name, and what is in it. */
record RedisMaster(RedisSentinels redis, String hintChannel) {
  private static final int QUORUM = 2;
  private static final int MILLIS = 500;

  /** Empty while a failover is under way. */
  Optional<Integer> port() {
    List<Integer> named =
        List.of(redis.nodes().split(",", -1)).stream()
            .map(RedisMaster::namedBy)
            .flatMap(Optional::stream)
            .toList();
    return named.stream()
        .filter(port -> named.stream().filter(port::equals).count() >= QUORUM)
        .findFirst();
  }

  private static Optional<Integer> namedBy(String sentinel) {
    JedisClientConfig config = config(RedisSentinels.SENTINEL_PASSWORD);
    try (Jedis jedis = new Jedis(HostAndPort.from(sentinel), config)) {
      return Optional.of(jedis.sentinelGetMasterAddrByName(RedisSentinels.MASTER).get(1))
          .map(Integer::valueOf);
    } catch (JedisException dead) {
      return Optional.empty();
    }
  }

  /** Whether an instance has put a copy of this final order there. */
  boolean hasCopy(String payNo) {
    return ask(jedis -> !jedis.keys("payment:final-order:*:" + payNo).isEmpty()).orElse(false);
  }

  /** Whether somebody has counted against a limit there. */
  boolean hasLimits() {
    return ask(jedis -> !jedis.keys("payment:limit:*").isEmpty()).orElse(false);
  }

  /** How many instances listen for hints there. */
  long listening() {
    CommandArguments numbers = new CommandArguments(Command.PUBSUB).add("NUMSUB").add(hintChannel);
    return ask(jedis -> (Long) ((List<?>) jedis.executeCommand(numbers)).get(1)).orElse(0L);
  }

  /** How many replicas have all that the master has. */
  long replicas() {
    return ask(jedis -> jedis.info("replication"))
        .map(info -> info.lines().filter(line -> line.contains("state=online")).count())
        .orElse(0L);
  }

  /** How many hints were published there. */
  long published() {
    return ask(jedis -> jedis.info("commandstats"))
        .flatMap(info -> info.lines().filter(line -> line.contains("cmdstat_publish:")).findAny())
        .map(line -> Long.parseLong(line.replaceAll(".*:calls=(\\d+),.*", "$1")))
        .orElse(0L);
  }

  private <T> Optional<T> ask(Function<RedisClient, @Nullable T> question) {
    return port().flatMap(port -> ask(port, question));
  }

  private static <T> Optional<T> ask(int port, Function<RedisClient, @Nullable T> question) {
    try (RedisClient jedis =
        RedisClient.builder()
            .hostAndPort("127.0.0.1", port)
            .clientConfig(config(RedisSentinels.PASSWORD))
            .build()) {
      return Optional.ofNullable(question.apply(jedis));
    } catch (JedisException away) {
      return Optional.empty();
    }
  }

  private static JedisClientConfig config(String password) {
    return DefaultJedisClientConfig.builder()
        .password(password)
        .connectionTimeoutMillis(MILLIS)
        .socketTimeoutMillis(MILLIS)
        .build();
  }
}
