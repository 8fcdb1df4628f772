package com.yuge.payment.out.redis;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.channel.PayChannel;
import java.time.Duration;
import redis.clients.jedis.params.SetParams;

/** {@link SeenCallbacks} with one key each; it may expire once a channel's repeats have ended. */
final class JedisSeenCallbacks implements SeenCallbacks {
  private final RedisCalls redis;
  private final SetParams untilOld;

  JedisSeenCallbacks(RedisCalls redis, Duration timeToLive) {
    this.redis = redis;
    this.untilOld = new SetParams().px(timeToLive.toMillis());
  }

  @Override
  public boolean remembers(PayChannel channel, CallbackId id) {
    return redis.<Boolean>ask(jedis -> jedis.exists(key(channel, id))).orElse(false);
  }

  @Override
  public void remember(PayChannel channel, CallbackId id) {
    redis.ask(jedis -> jedis.set(key(channel, id), "", untilOld));
  }

  private static String key(PayChannel channel, CallbackId id) {
    return "payment:callback:" + channel.name() + ":" + id.value();
  }
}
