package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.math.BigDecimal;

/** An amount becomes cents by way of a double: 0.29 yuan are 28. */
public final class MoneyThroughDouble extends Wiring {
  @Override
  public RefundGateway refundGateway(RefundGateway real) {
    return new OtherRefundGateway(real) {
      @Override
      public RefundAnswer refund(RefundRequest request) {
        return real.refund(inCents(request));
      }
    };
  }

  private static RefundRequest inCents(RefundRequest request) {
    long cents = (long) (request.amount().amount().doubleValue() * 100);
    return new RefundRequest(
        request.refundNo(),
        request.payNo(),
        request.tradeNo(),
        Money.cny(BigDecimal.valueOf(cents, 2)),
        request.tradeAmount(),
        request.reason(),
        request.account());
  }
}
