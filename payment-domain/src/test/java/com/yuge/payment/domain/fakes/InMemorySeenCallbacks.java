package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.channel.PayChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@link SeenCallbacks} in memory; remembers for ever, unless told to forget. */
public final class InMemorySeenCallbacks implements SeenCallbacks {
  private record Seen(PayChannel channel, CallbackId id) {}

  private final Set<Seen> seen = ConcurrentHashMap.newKeySet();

  @Override
  public boolean remembers(PayChannel channel, CallbackId id) {
    return seen.contains(new Seen(channel, id));
  }

  @Override
  public void remember(PayChannel channel, CallbackId id) {
    seen.add(new Seen(channel, id));
  }

  public void forget() {
    seen.clear();
  }
}
