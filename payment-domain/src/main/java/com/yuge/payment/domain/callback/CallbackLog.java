package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;

/** Every callback that was received, until its retention ends. */
public interface CallbackLog {
  /**
   * Counts a repeat of a verified callback that is in the log. Repeats of one id wait for each
   * other.
   *
   * @return the number of repeats, including this one; 0 when the log has no such id
   */
  long countRepeat(PayChannel channel, CallbackId id);

  /**
   * Counts a repeat of verified callbacks about an order that the channel does not have. These
   * callbacks occupy no id.
   *
   * @return the number of repeats, including this one; 0 when the log has no such callback
   */
  long countUnknown(PayChannel channel, PayNo payNo);

  /**
   * Adds a line.
   *
   * @throws DuplicateCallback when its id is in the log; the open transaction must not go on
   */
  void add(CallbackRecord callback);
}
