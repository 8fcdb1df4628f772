package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;

/**
 * When a channel is next queried about an order. All times come from the store's clock, so
 * instances with different clocks never check one order at the same time.
 */
public interface DueOrders {
  /** The sequence in which statuses get the places that are left over: open orders come first. */
  List<PayStatus> FIRST_TO_LAST =
      List.of(
          PayStatus.PAYING, PayStatus.INIT, PayStatus.SUCCESS, PayStatus.FAILED, PayStatus.CLOSED);

  /**
   * Claims orders whose check is due, the most overdue of each status first. Their next check is
   * scheduled {@code hold} from now: no other instance gets them until then, and a check that a
   * crash interrupted is repeated.
   *
   * @param places the status that each place is reserved for, so that no status can block another.
   *     A place that its own status does not need goes to the others, in the order of {@link
   *     #FIRST_TO_LAST}.
   */
  List<PayNo> claim(List<PayStatus> places, Duration hold);

  /** Schedules the next check after this time, unless the order's status has changed. */
  void scheduleCheck(PayOrder seen, Duration after);

  /** Schedules no further check, unless the order's status has changed. */
  void rest(PayOrder seen);
}
