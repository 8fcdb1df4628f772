package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.HashMap;
import java.util.Map;

/** A channel that answers a repeat without doing anything is taken for one that has made it. */
public final class RepeatIsDone extends Wiring {
  private final Map<RefundNo, Integer> asks = new HashMap<>();

  @Override
  public RefundGateway refundGateway(RefundGateway real) {
    return new OtherRefundGateway(real) {
      @Override
      public RefundAnswer refund(RefundRequest request) {
        RefundAnswer answer = real.refund(request);
        boolean repeats = asks.merge(request.refundNo(), 1, Integer::sum) > 1;
        return repeats && answer instanceof RefundAnswer.Accepted
            ? new RefundAnswer.Done(request.amount(), null, null)
            : answer;
      }
    };
  }
}
