package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;

/**
 * A quick memory of callbacks that the log holds; never the truth, may forget at any time, never
 * throws.
 */
public interface SeenCallbacks {
  boolean remembers(PayChannel channel, CallbackId id);

  /** Called only once the commit that put the id into the log has been seen to succeed. */
  void remember(PayChannel channel, CallbackId id);
}
