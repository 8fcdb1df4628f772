package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.function.Function;

/** The channel is asked first; that it was is committed after it. */
public final class AsksBeforeItsCommit extends Wiring {
  @Override
  public Function<DueRefund, RefundOutcome> process(PaymentUseCases useCases) {
    Function<DueRefund, RefundOutcome> real = super.process(useCases);
    return due -> {
      Refund refund = useCases.ports().refunds().refunds().find(due.refundNo()).orElseThrow();
      RefundAnswer unused =
          useCases.channels().refunds(refund.terms().channel()).refund(request(refund));
      return real.apply(due);
    };
  }

  private static RefundRequest request(Refund refund) {
    RefundTerms terms = refund.terms();
    return new RefundRequest(
        refund.refundNo(),
        terms.payNo(),
        terms.tradeNo(),
        terms.amount(),
        terms.baseAmount(),
        terms.reason(),
        terms.account());
  }
}
