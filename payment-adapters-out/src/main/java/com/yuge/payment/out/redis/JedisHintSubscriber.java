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
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Receives the hints of other instances on a connection of its own. It reconnects when the
 * connection breaks or is silent for long, because a dead connection may report no error.
 */
final class JedisHintSubscriber implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JedisHintSubscriber.class);

  /** The subscriber reconnects after this long without a message. */
  static final Duration QUIET = Duration.ofSeconds(30);

  private final RedisCalls redis;
  private final RedisProperties properties;
  private final JedisSocketFactory sockets;
  private final HintSender self;
  private final HintListener listener;
  private final HintThread thread;
  private volatile @Nullable Connection current;

  JedisHintSubscriber(
      RedisCalls redis, RedisProperties properties, HintSender self, HintListener listener) {
    this.redis = redis;
    this.properties = properties;
    this.sockets = RedisConfiguration.socketFactory(properties);
    this.self = self;
    this.listener = listener;
    this.thread = new HintThread("redis-hints-in", properties.pause(), this::listen);
    thread.start();
  }

  // Pings first through RedisCalls, so that an outage is logged once, even if nothing else uses
  // Redis.
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
        new Connection(sockets, RedisConfiguration.clientConfig(properties))) {
      current = connection;
      if (!thread.isClosed()) {
        subscription.proceed(connection, properties.hintChannel());
      }
    }
  }

  /** Accepts any message; a malformed one is ignored. */
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
