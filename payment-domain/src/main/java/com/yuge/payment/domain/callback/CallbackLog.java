package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;

/** Every callback that ever came. */
public interface CallbackLog {
  /** Whether a verified callback of that id was logged before. */
  boolean holds(PayChannel channel, CallbackId id);

  void add(CallbackRecord callback);
}
