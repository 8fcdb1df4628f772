package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import java.time.Duration;

/** A {@link RefundGateway} that is asked otherwise, or whose answers are taken for others. */
class OtherRefundGateway implements RefundGateway {
  private final RefundGateway real;

  OtherRefundGateway(RefundGateway real) {
    this.real = real;
  }

  /** What is made of an answer, whatever was asked. */
  RefundAnswer taken(RefundRequest request, RefundAnswer answer) {
    return answer;
  }

  @Override
  public PayChannel channel() {
    return real.channel();
  }

  @Override
  public Duration spacing() {
    return real.spacing();
  }

  @Override
  public RefundAnswer refund(RefundRequest request) {
    return taken(request, real.refund(request));
  }

  @Override
  public RefundAnswer queryRefund(RefundRequest request) {
    return taken(request, real.queryRefund(request));
  }

  static RefundAnswer failed() {
    return new RefundAnswer.Refused(new FailCode("PLANTED"), true);
  }
}
