package com.yuge.payment.out.redis;

import com.yuge.payment.domain.outbox.relay.CommitHints;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * {@link CommitHints} on a channel of Redis, sent by a separate thread. Hints that arrive while it
 * waits go into one message, so that a burst of commits costs few messages.
 */
final class JedisCommitHints implements CommitHints, AutoCloseable {
  /** Pause between two messages: short compared to a batch, and at most 200 messages a second. */
  static final Duration PAUSE = Duration.ofMillis(5);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final RedisCalls redis;
  private final String channel;
  private final HintSender self;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final HintThread thread;
  private BitSet waiting = new BitSet();

  JedisCommitHints(RedisCalls redis, String channel, HintSender self) {
    this.redis = redis;
    this.channel = channel;
    this.self = self;
    this.thread = new HintThread("redis-hints-out", AFTER_FAILURE, this::publish);
    thread.start();
  }

  @Override
  public void send(int partition) {
    lock.lock();
    try {
      waiting.set(partition);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  // A hint is sent once, without a retry: if it is lost, a poll finds the events.
  private void publish() throws InterruptedException {
    String hint = new Hint(self.name(), take()).text();
    Optional<JedisDataException> refusal = redis.ask(jedis -> refusal(jedis, hint));
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    Thread.sleep(PAUSE.toMillis());
  }

  // A missing permission for the channel is not an outage: all other calls to Redis continue.
  private @Nullable JedisDataException refusal(UnifiedJedis jedis, String hint) {
    try {
      jedis.publish(channel, hint);
      return null;
    } catch (JedisDataException e) {
      return e;
    }
  }

  private BitSet take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        arrived.await();
      }
      BitSet taken = waiting;
      waiting = new BitSet();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
