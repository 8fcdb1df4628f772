package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;

/**
 * When a channel is asked about an order next. Time is the store's own, so that instances whose
 * clocks differ never look at one order at once.
 */
public interface DueOrders {
  /** The order in which statuses get places that nobody is sure of: open orders come first. */
  List<PayStatus> FIRST_TO_LAST =
      List.of(
          PayStatus.PAYING, PayStatus.INIT, PayStatus.SUCCESS, PayStatus.FAILED, PayStatus.CLOSED);

  /**
   * Takes orders whose look is due, of each status those most overdue first, and plans their next
   * look {@code hold} from now: nobody else gets them until then, and a look that a crash cut short
   * is repeated.
   *
   * @param places the status that is sure of each place, so that no status can keep another out. A
   *     place that its own status does not need goes to the others, as {@link #FIRST_TO_LAST} says.
   */
  List<PayNo> claim(List<PayStatus> places, Duration hold);

  /** Plans the next look so long from now, unless the order has another status by now. */
  void lookAgain(PayOrder seen, Duration after);

  /** Plans no further look, unless the order has another status by now. */
  void rest(PayOrder seen);
}
