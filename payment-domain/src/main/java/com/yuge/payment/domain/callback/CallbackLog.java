package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;

/** Every callback that came, as long as it is kept. */
public interface CallbackLog {
  /**
   * Counts a repeat of a verified callback that is in the log; repeats of one id wait for each
   * other.
   *
   * @return how many repeats there have been with this one; 0 when the log holds no such id
   */
  long countRepeat(PayChannel channel, CallbackId id);

  /**
   * Counts a repeat of verified callbacks about an order that the channel has not; none of them
   * occupies an id.
   *
   * @return how many repeats there have been with this one; 0 when the log holds no such callback
   */
  long countUnknown(PayChannel channel, PayNo payNo);

  /**
   * Adds a line.
   *
   * @throws DuplicateCallback when its id is in the log; the open transaction is not to go on
   */
  void add(CallbackRecord callback);
}
