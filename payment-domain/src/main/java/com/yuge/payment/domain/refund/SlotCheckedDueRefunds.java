package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.shared.Slots;
import java.time.Duration;
import java.util.List;

/**
 * The due refunds of the own slots. Refunds of other slots whose rows are still in this database
 * are claimed, but not processed.
 */
public record SlotCheckedDueRefunds(DueRefunds due, Slots slots) implements DueRefunds {
  @Override
  public List<DueRefund> claim(int limit, Duration hold) {
    return due.claim(limit, hold).stream()
        .filter(refund -> slots.contains(refund.refundNo()))
        .toList();
  }
}
