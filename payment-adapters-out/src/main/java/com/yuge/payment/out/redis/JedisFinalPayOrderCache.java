package com.yuge.payment.out.redis;

import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.params.SetParams;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@link FinalPayOrderCache} as JSON in Redis. */
final class JedisFinalPayOrderCache implements FinalPayOrderCache {
  private static final Logger log = LoggerFactory.getLogger(JedisFinalPayOrderCache.class);

  /** Raise it with every change of {@link PayOrderDetails}: old and new instances share Redis. */
  private static final String PREFIX = "payment:final-order:4:";

  /**
   * Takes the place of a dropped copy, so that a reader cannot put back a copy from before the
   * commit.
   */
  private static final String DROPPED = "";

  private static final SetParams UNTIL_READERS_ENDED = new SetParams().px(LONGEST_READ.toMillis());

  private final RedisCalls redis;
  private final SetParams untilOld;
  private final JsonMapper json = JsonMapper.builder().build();

  JedisFinalPayOrderCache(RedisCalls redis, Duration timeToLive) {
    this.redis = redis;
    this.untilOld = new SetParams().nx().px(timeToLive.toMillis());
  }

  @Override
  public Optional<PayOrderDetails> find(PayNo payNo) {
    return redis
        .<String>ask(jedis -> jedis.get(key(payNo)))
        .filter(copy -> !copy.equals(DROPPED))
        .flatMap(this::parse);
  }

  // Any value that is not a final order counts as absent.
  private Optional<PayOrderDetails> parse(String copy) {
    try {
      return Optional.of(json.readValue(copy, PayOrderDetails.class))
          .filter(details -> details.order().status().isFinal());
    } catch (JacksonException e) {
      log.warn("Unreadable copy of a pay order in Redis, ignored: {}", e.getOriginalMessage());
      return Optional.empty();
    }
  }

  @Override
  public void put(PayOrderDetails details) {
    if (details.order().status().isFinal()) {
      String copy = json.writeValueAsString(details);
      redis.ask(jedis -> jedis.set(key(details.order().payNo()), copy, untilOld));
    }
  }

  @Override
  public void drop(PayNo payNo) {
    redis.ask(jedis -> jedis.set(key(payNo), DROPPED, UNTIL_READERS_ENDED));
  }

  private static String key(PayNo payNo) {
    return PREFIX + payNo;
  }
}
