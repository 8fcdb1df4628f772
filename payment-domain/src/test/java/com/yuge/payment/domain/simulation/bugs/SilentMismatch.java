package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** Money that is not the order's is kept on record and told nobody. */
public final class SilentMismatch extends Wiring {
  @Override
  public Outbox outbox(Outbox real, Transactions transactions) {
    return event -> {
      if (!(event instanceof PaymentMismatched)) {
        real.append(event);
      }
    };
  }
}
