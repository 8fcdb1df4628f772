package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;

/**
 * When a channel is asked about an order next. Time is the store's own, so that instances whose
 * clocks differ never check one order at once.
 */
public interface DueOrders {
  /** The order in which statuses get places that nobody is sure of: open orders come first. */
  List<PayStatus> FIRST_TO_LAST =
      List.of(
          PayStatus.PAYING, PayStatus.INIT, PayStatus.SUCCESS, PayStatus.FAILED, PayStatus.CLOSED);

  /**
   * Takes orders whose check is due, of each status those most overdue first, and schedules their
   * next check {@code hold} from now: nobody else gets them until then, and a check that a crash
   * cut short is repeated.
   *
   * @param places the status that is sure of each place, so that no status can keep another out. A
   *     place that its own status does not need goes to the others, as {@link #FIRST_TO_LAST} says.
   */
  List<PayNo> claim(List<PayStatus> places, Duration hold);

  /** Schedules the next check so long from now, unless the order has another status by now. */
  void scheduleCheck(PayOrder seen, Duration after);

  /** Schedules no further check, unless the order has another status by now. */
  void rest(PayOrder seen);
}
