package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.HashMap;
import java.util.Map;

/** Whoever asks again does so under a new number, so that the channel makes both. */
public final class NewNumberOnRetry extends Wiring {
  private static final int DIGIT = 20;

  private final Map<RefundNo, Integer> asks = new HashMap<>();

  @Override
  public RefundGateway refundGateway(RefundGateway real) {
    return new OtherRefundGateway(real) {
      @Override
      public RefundAnswer refund(RefundRequest request) {
        int ask = asks.merge(request.refundNo(), 1, Integer::sum);
        return real.refund(ask == 1 ? request : renumbered(request));
      }
    };
  }

  private static RefundRequest renumbered(RefundRequest request) {
    String number = request.refundNo().value();
    char digit = number.charAt(DIGIT) == '9' ? '0' : (char) (number.charAt(DIGIT) + 1);
    return new RefundRequest(
        new RefundNo(number.substring(0, DIGIT) + digit + number.substring(DIGIT + 1)),
        request.payNo(),
        request.tradeNo(),
        request.amount(),
        request.tradeAmount(),
        request.reason(),
        request.account());
  }
}
