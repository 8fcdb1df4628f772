package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;

/**
 * When an open order is looked at next. Time is the store's own, so that instances whose clocks
 * differ never look at one order at once.
 */
public interface DueOrders {
  /**
   * Takes open orders whose look is due, those most overdue first, and plans their next look {@code
   * hold} from now: nobody else gets them until then, and a look that a crash cut short is
   * repeated.
   *
   * @param limit how many at most
   */
  List<PayNo> claim(int limit, Duration hold);

  /** Plans the next look so long from now; an order that has ended is left alone. */
  void lookAgain(PayNo payNo, Duration after);
}
