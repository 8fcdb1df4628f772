package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Slots;
import java.time.Duration;
import java.util.List;

/**
 * The due orders of the own slots. Orders of other slots whose rows are still in this database are
 * claimed, but not checked.
 */
record SlotCheckedDueOrders(DueOrders due, Slots slots) implements DueOrders {
  @Override
  public List<PayNo> claim(List<PayStatus> places, Duration hold) {
    return due.claim(places, hold).stream().filter(slots::contains).toList();
  }

  @Override
  public void scheduleCheck(PayOrder seen, Duration after) {
    due.scheduleCheck(seen, after);
  }

  @Override
  public void rest(PayOrder seen) {
    due.rest(seen);
  }
}
