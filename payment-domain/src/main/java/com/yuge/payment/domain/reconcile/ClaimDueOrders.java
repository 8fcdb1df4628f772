package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.order.PayStatus.CLOSED;
import static com.yuge.payment.domain.order.PayStatus.FAILED;
import static com.yuge.payment.domain.order.PayStatus.INIT;
import static com.yuge.payment.domain.order.PayStatus.PAYING;
import static com.yuge.payment.domain.order.PayStatus.SUCCESS;

import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Claims the orders whose check is due, for this instance alone. Used by one thread.
 *
 * <p>While a channel is unavailable, its PAYING orders are due again and again, and there may be
 * more of them than possible checks. So every status has a reserved share of the places. The
 * rotation continues from call to call, because a busy instance asks for one place at a time.
 */
public final class ClaimDueOrders {
  /** A quarter is for orders that only have to be closed; an eighth is for each final status. */
  private static final List<PayStatus> ROTATION =
      List.of(PAYING, INIT, PAYING, SUCCESS, PAYING, INIT, FAILED, CLOSED);

  private final DueOrders due;
  private final Duration hold;
  private int next;

  /**
   * @param hold how long no other instance gets the claimed orders: longer than a check takes
   */
  public ClaimDueOrders(DueOrders due, Duration hold) {
    this.due = due;
    this.hold = hold;
  }

  public List<PayNo> handle(int limit) {
    List<PayStatus> places =
        IntStream.range(next, next + limit)
            .mapToObj(i -> ROTATION.get(i % ROTATION.size()))
            .toList();
    next = (next + limit) % ROTATION.size();
    return due.claim(places, hold);
  }
}
