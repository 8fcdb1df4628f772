package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@link Refunds} of which a bug replaces a part. */
class OtherRefunds implements Refunds {
  private final Refunds real;

  OtherRefunds(Refunds real) {
    this.real = real;
  }

  @Override
  public Refund add(Refund refund, Duration checkIn) {
    return real.add(refund, checkIn);
  }

  @Override
  public Optional<Refund> find(RefundNo refundNo) {
    return real.find(refundNo);
  }

  @Override
  public Optional<Refund> find(PayNo payNo, RefundOrderNo refundOrderNo) {
    return real.find(payNo, refundOrderNo);
  }

  @Override
  public List<Refund> of(PayNo payNo) {
    return real.of(payNo);
  }

  @Override
  public void advance(Refund next, Optional<Duration> checkIn) {
    real.advance(next, checkIn);
  }
}
