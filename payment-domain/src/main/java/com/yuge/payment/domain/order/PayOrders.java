package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.Optional;

/** Every pay order there is. */
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
   * Locks the order until the transaction ends; waits for who holds it.
   *
   * @throws IllegalStateException outside a transaction
   */
  Optional<PayOrder> lock(PayNo payNo);

  /**
   * Writes the next version of an open order; guarded by the version before and by an open status.
   * An order that has ended is scheduled no further check; an open one keeps what was planned.
   *
   * @throws StalePayOrder when nothing matched the guard
   */
  void advance(PayOrder next);

  /**
   * The same, and schedules the next check so long from now, as {@link DueOrders#scheduleCheck}
   * does.
   *
   * @throws StalePayOrder when nothing matched the guard
   */
  void advance(PayOrder next, Duration checkIn);

  /**
   * Writes the next version of an order of which something was recorded beside it, and nothing
   * else; guarded by the version before and by the status.
   *
   * @throws StalePayOrder when nothing matched the guard
   */
  void raiseVersion(PayOrder next);
}
