package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A channel that does not know the refund is taken for one that refuses it. */
public final class NoRefundIsFailed extends Wiring {
  @Override
  public RefundGateway refundGateway(RefundGateway real) {
    return new OtherRefundGateway(real) {
      @Override
      RefundAnswer taken(RefundRequest request, RefundAnswer answer) {
        return answer instanceof RefundAnswer.NoRefund ? failed() : answer;
      }
    };
  }
}
