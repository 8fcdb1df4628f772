package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.limit.CountAgainstLimits;
import com.yuge.payment.domain.limit.CountAgainstLimits.Payment;
import com.yuge.payment.domain.limit.Reservation;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.Optional;
import java.util.function.Function;

/** A repeated request to pay counts once more. */
public final class RepeatCountsTwice extends Wiring {
  @Override
  public Function<PayNo, Optional<OpenResult>> open(PaymentUseCases useCases) {
    OpenPayment open = useCases.openPayment();
    return payNo -> {
      Optional<OpenResult> result = open.handle(payNo, OpenOptions.USUAL);
      result
          .filter(begun -> begun.kind() == OpenResult.Kind.BEGUN && !begun.changed())
          .ifPresent(repeated -> count(useCases, repeated.order()));
      return result;
    };
  }

  private static void count(PaymentUseCases useCases, PayOrder order) {
    CountAgainstLimits limits =
        new CountAgainstLimits(useCases.ports().orders().limits(), useCases.clock().getZone());
    Optional<Reservation> unused =
        useCases
            .ports()
            .transactions()
            .call(
                () ->
                    limits.countPaid(
                        new Payment(order.payNo(), order.request().parties(), order.amount()),
                        useCases.clock().instant()));
  }
}
