package com.yuge.payment.out.redis;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.contracts.SeenCallbacksContract;
import com.yuge.payment.domain.fixtures.TestChannels;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The memory in a real Redis. */
class JedisSeenCallbacksTest extends SeenCallbacksContract {
  private final SeenCallbacks seen = remembering(Duration.ofMinutes(1));

  @Override
  protected SeenCallbacks seen() {
    return seen;
  }

  @Test
  void aMemoryEndsByItself() {
    CallbackId id = new CallbackId(aNonce());
    SeenCallbacks forgetful = remembering(Duration.ofMillis(50));

    forgetful.remember(TestChannels.MOCK, id);

    await().atMost(Duration.ofSeconds(10)).until(() -> !seen.remembers(TestChannels.MOCK, id));
  }

  private static SeenCallbacks remembering(Duration timeToLive) {
    return new JedisSeenCallbacks(TestRedis.patient(), timeToLive);
  }
}
