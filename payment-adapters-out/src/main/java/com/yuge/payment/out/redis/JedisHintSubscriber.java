package com.yuge.payment.out.redis;

import com.yuge.payment.domain.outbox.relay.HintListener;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Hears what other instances committed, on a connection of its own that is made anew whenever it
 * breaks, and when nothing was heard for long: it may be dead without anybody having said so.
 */
final class JedisHintSubscriber implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JedisHintSubscriber.class);

  /** After so long without a word the connection is made anew. */
  static final Duration QUIET = Duration.ofSeconds(30);

  private final RedisCalls redis;
  private final RedisProperties properties;
  private final HintSender self;
  private final HintListener listener;
  private final HintThread thread;
  private volatile @Nullable Connection current;

  JedisHintSubscriber(
      RedisCalls redis, RedisProperties properties, HintSender self, HintListener listener) {
    this.redis = redis;
    this.properties = properties;
    this.self = self;
    this.listener = listener;
    this.thread = new HintThread("redis-hints-in", properties.pause(), this::listen);
    thread.start();
  }

  // Asked first as everybody asks: so its outage is told once, and here even if nobody else asks.
  private void listen() throws InterruptedException {
    boolean isThere = redis.ask(UnifiedJedis::ping).isPresent();
    if (!isThere || !listenUntilQuiet()) {
      Thread.sleep(Math.max(1, properties.pause().toMillis()));
    }
  }

  /** Returns false when the connection broke, or there was none. */
  private boolean listenUntilQuiet() {
    Subscription subscription = new Subscription();
    try {
      listen(subscription);
      return true;
    } catch (JedisConnectionException e) {
      return subscription.begun && e.getCause() instanceof SocketTimeoutException;
    }
  }

  private void listen(Subscription subscription) {
    try (Connection connection =
        new Connection(
            JedisURIHelper.getHostAndPort(properties.address()),
            RedisConfiguration.clientConfig(properties))) {
      current = connection;
      if (!thread.isClosed()) {
        subscription.proceed(connection, properties.hintChannel());
      }
    }
  }

  /** Takes what anybody may have written. */
  private final class Subscription extends JedisPubSub {
    private boolean begun;

    @Override
    public void onSubscribe(String channel, int channels) {
      begun = true;
    }

    @Override
    public void onMessage(String channel, String text) {
      Hint.parse(text)
          .filter(hint -> !hint.sender().equals(self.name()))
          .ifPresent(hint -> hint.partitions().stream().forEach(listener::hinted));
    }
  }

  @Override
  public void close() {
    thread.close();
    Connection open = current;
    if (open != null) {
      try {
        open.forceDisconnect();
      } catch (IOException e) {
        log.debug("The connection was broken already", e);
      }
    }
  }
}
