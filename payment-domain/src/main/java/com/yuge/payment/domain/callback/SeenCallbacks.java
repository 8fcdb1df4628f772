package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;

/**
 * A cache of callbacks that are in the log. It is never the source of truth, may lose entries at
 * any time, and never throws.
 */
public interface SeenCallbacks {
  boolean remembers(PayChannel channel, CallbackId id);

  /** Called only after the commit that wrote the id to the log has succeeded. */
  void remember(PayChannel channel, CallbackId id);
}
