package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.simulation.actors.RefundDoor;
import com.yuge.payment.domain.simulation.actors.RefundMessage;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A notification about a refund is taken for one about the payment, of the refund's amount. */
public final class RefundSettlesPayment extends Wiring {
  @Override
  public RefundDoor refundDoor(PaymentUseCases useCases) {
    HandleCallback handle = useCases.handleCallback();
    return message -> handle.handle(asPayment(message)).isPresent();
  }

  private static VerifiedCallback asPayment(RefundMessage message) {
    RefundRequest refund = message.request();
    ChannelResult result =
        new ChannelResult(refund.payNo(), Status.SUCCESS, refund.tradeNo(), refund.amount(), null);
    return new VerifiedCallback(message.id(), TestChannels.MOCK, result, message.payload());
  }
}
