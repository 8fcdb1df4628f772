package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** A day of the limits begins at midnight in UTC. */
public final class MidnightInUtc extends Wiring {
  @Override
  public Function<PayNo, Optional<OpenResult>> open(PaymentUseCases useCases) {
    OpenPayment open =
        new PaymentUseCases(
                useCases.ports(),
                useCases.channels(),
                useCases.randomness(),
                useCases.settings(),
                useCases.clock().withZone(ZoneOffset.UTC))
            .openPayment();
    return payNo -> open.handle(payNo, OpenOptions.USUAL);
  }
}
