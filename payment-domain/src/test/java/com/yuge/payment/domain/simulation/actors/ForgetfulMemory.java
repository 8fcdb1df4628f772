package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;

/** {@link SeenCallbacks} in a Redis that forgets now and then. */
final class ForgetfulMemory implements SeenCallbacks {
  private final InMemorySeenCallbacks real = new InMemorySeenCallbacks();
  private final Surroundings surroundings;

  ForgetfulMemory(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public boolean remembers(PayChannel channel, CallbackId id) {
    if (surroundings.strikes(Trouble.REDIS_FORGETS)) {
      real.forget();
    }
    return real.remembers(channel, id);
  }

  @Override
  public void remember(PayChannel channel, CallbackId id) {
    if (!surroundings.strikes(Trouble.REDIS_FORGETS)) {
      real.remember(channel, id);
    }
  }
}
