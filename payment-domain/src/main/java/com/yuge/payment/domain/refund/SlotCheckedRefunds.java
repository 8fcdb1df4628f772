package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.SlotNotOwned;
import com.yuge.payment.domain.shared.Slots;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The refunds of the own slots; every other number throws {@link SlotNotOwned}. */
public record SlotCheckedRefunds(Refunds refunds, Slots slots) implements Refunds {
  @Override
  public Refund add(Refund refund, Duration checkIn) {
    return refunds.add(refund, checkIn); // Its order is locked.
  }

  @Override
  public Optional<Refund> find(RefundNo refundNo) {
    slots.require(refundNo);
    return refunds.find(refundNo);
  }

  @Override
  public Optional<Refund> find(PayNo payNo, RefundOrderNo refundOrderNo) {
    slots.require(payNo);
    return refunds.find(payNo, refundOrderNo);
  }

  @Override
  public List<Refund> of(PayNo payNo) {
    slots.require(payNo);
    return refunds.of(payNo);
  }

  @Override
  public void advance(Refund next, Optional<Duration> checkIn) {
    refunds.advance(next, checkIn);
  }
}
