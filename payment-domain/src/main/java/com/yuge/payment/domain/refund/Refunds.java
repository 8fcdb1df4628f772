package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All refunds. */
public interface Refunds {
  /**
   * Adds a new refund and returns it with its id, under its order's row lock.
   *
   * @param checkIn when the channel may first be called, from now by the store's clock
   */
  Refund add(Refund refund, Duration checkIn);

  Optional<Refund> find(RefundNo refundNo);

  Optional<Refund> find(PayNo payNo, RefundOrderNo refundOrderNo);

  /** The order's refunds, oldest first; a trade has at most {@link CreateRefund#MOST}. */
  List<Refund> of(PayNo payNo);

  /**
   * Writes the next version, guarded by the previous one, under its order's row lock.
   *
   * @param checkIn when the channel is next called, from now by the store's clock; empty for never
   * @throws IllegalStateException when no row matched the guard
   */
  void advance(Refund next, Optional<Duration> checkIn);
}
