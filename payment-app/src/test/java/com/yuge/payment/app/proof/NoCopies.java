package com.yuge.payment.app.proof;

import com.yuge.payment.domain.order.FinalPayOrders;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Optional;

/** A copy that has always forgotten, as it may. */
record NoCopies() implements FinalPayOrders {
  @Override
  public Optional<PayOrderDetails> find(PayNo payNo) {
    return Optional.empty();
  }

  @Override
  public void put(PayOrderDetails details) {
    // Forgotten at once.
  }

  @Override
  public void drop(PayNo payNo) {
    // Nothing is kept.
  }
}
