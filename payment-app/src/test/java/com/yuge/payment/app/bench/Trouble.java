package com.yuge.payment.app.bench;

import com.yuge.payment.devstack.RedisProcess;
import java.util.List;
import java.util.function.Consumer;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

/** What a Redis in use does while calls come, and how it gets well again. */
record Trouble(String name, Consumer<RedisProcess> begin, Consumer<RedisProcess> end) {
  static final List<Trouble> ALL =
      List.of(
          new Trouble("healthy", redis -> {}, redis -> {}),
          new Trouble("stopped", RedisProcess::stop, RedisProcess::start),
          new Trouble("hanging", RedisProcess::suspend, RedisProcess::resume),
          new Trouble("restarted", Trouble::restart, redis -> {}),
          new Trouble("evicting", Trouble::fill, redis -> limit(redis, "64mb")),
          new Trouble("healthy again", redis -> {}, redis -> {}));

  private static final int JUNK_BYTES = 10_000;

  private static void restart(RedisProcess redis) {
    redis.stop();
    redis.start();
  }

  /** So full that every copy which is put pushes another out. */
  private static void fill(RedisProcess redis) {
    limit(redis, "2mb");
    try (RedisClient client = RedisClient.create(redis.uri().toString())) {
      for (int n = 0; n < 1_000; n++) {
        String unused = client.set("junk:" + n, "x".repeat(JUNK_BYTES));
      }
    }
  }

  private static void limit(RedisProcess redis, String memory) {
    try (RedisClient client = RedisClient.create(redis.uri().toString())) {
      Object unused =
          client.executeCommand(
              new CommandArguments(Command.CONFIG).add("SET").add("maxmemory").add(memory));
    }
  }
}
