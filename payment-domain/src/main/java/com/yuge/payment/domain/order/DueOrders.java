package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;

/**
 * When a channel is asked about an order next. Time is the store's own, so that instances whose
 * clocks differ never look at one order at once.
 */
public interface DueOrders {
  /** In which order of statuses due orders are taken: what is open comes first. */
  List<PayStatus> FIRST_TO_LAST =
      List.of(
          PayStatus.PAYING, PayStatus.INIT, PayStatus.SUCCESS, PayStatus.FAILED, PayStatus.CLOSED);

  /**
   * Takes orders whose look is due, open ones first, of each status those most overdue first, and
   * plans their next look {@code hold} from now: nobody else gets them until then, and a look that
   * a crash cut short is repeated.
   *
   * @param limit how many at most
   */
  List<PayNo> claim(int limit, Duration hold);

  /** Plans the next look so long from now, unless the order has another status by now. */
  void lookAgain(PayOrder seen, Duration after);

  /** Plans no further look, unless the order has another status by now. */
  void rest(PayOrder seen);
}
