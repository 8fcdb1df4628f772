package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.HashMap;
import java.util.Map;

/** A refund that is not decided after some calls is closed. */
public final class ExpiryClosesRefunds extends Wiring {
  private static final int MOST_CALLS = 3;

  private final Map<RefundNo, Integer> calls = new HashMap<>();

  @Override
  public RefundGateway refundGateway(RefundGateway real) {
    return new OtherRefundGateway(real) {
      @Override
      RefundAnswer taken(RefundRequest request, RefundAnswer answer) {
        boolean expired = calls.merge(request.refundNo(), 1, Integer::sum) > MOST_CALLS;
        return expired && !(answer instanceof RefundAnswer.Done) ? failed() : answer;
      }
    };
  }
}
