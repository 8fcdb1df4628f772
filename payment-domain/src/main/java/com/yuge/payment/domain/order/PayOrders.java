package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.Optional;

/** All pay orders. */
public interface PayOrders {
  /**
   * Adds a new order and returns it with its id.
   *
   * @throws DuplicateOrderNo when the order number is taken; nothing was added
   */
  PayOrder add(PayOrder order);

  Optional<PayOrder> find(PayNo payNo);

  Optional<PayOrder> find(OrderNo orderNo);

  /**
   * Locks the order until the transaction ends; waits for the current holder of the lock.
   *
   * @throws IllegalStateException outside a transaction
   */
  Optional<PayOrder> lock(PayNo payNo);

  /**
   * Writes the next version of an open order, guarded by the previous version and an open status.
   * If the order has ended, no further check is scheduled; if it is open, its planned check stays.
   *
   * @throws StalePayOrder when no row matched the guard
   */
  void advance(PayOrder next);

  /**
   * As {@link #advance(PayOrder)}, and schedules the next check after {@code checkIn}, as {@link
   * DueOrders#scheduleCheck} does.
   *
   * @throws StalePayOrder when no row matched the guard
   */
  void advance(PayOrder next, Duration checkIn);

  /**
   * Writes the next version and its reservation, and nothing else, because something was recorded
   * outside the order's row; guarded by the previous version and the status.
   *
   * @throws StalePayOrder when no row matched the guard
   */
  void raiseVersion(PayOrder next);
}
