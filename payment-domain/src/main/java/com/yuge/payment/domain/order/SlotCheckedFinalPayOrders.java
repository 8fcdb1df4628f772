package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.SlotNotOwned;
import com.yuge.payment.domain.shared.Slots;
import java.util.Optional;

/** The copies of orders of the own slots; every other number throws {@link SlotNotOwned}. */
public record SlotCheckedFinalPayOrders(FinalPayOrderCache finals, Slots slots)
    implements FinalPayOrderCache {
  @Override
  public Optional<PayOrderDetails> find(PayNo payNo) {
    slots.require(payNo);
    return finals.find(payNo);
  }

  @Override
  public void put(PayOrderDetails details) {
    finals.put(details);
  }

  @Override
  public void drop(PayNo payNo) {
    finals.drop(payNo);
  }
}
