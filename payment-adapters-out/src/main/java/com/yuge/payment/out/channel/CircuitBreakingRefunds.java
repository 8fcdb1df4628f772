package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import java.time.Duration;

/** A channel's refunds that make each call through {@link ChannelCalls}. */
final class CircuitBreakingRefunds implements RefundGateway {
  private final RefundGateway gateway;
  private final ChannelCalls calls;

  CircuitBreakingRefunds(RefundGateway gateway, ChannelCalls calls) {
    this.gateway = gateway;
    this.calls = calls;
  }

  @Override
  public PayChannel channel() {
    return gateway.channel();
  }

  @Override
  public Duration spacing() {
    return gateway.spacing();
  }

  @Override
  public RefundAnswer refund(RefundRequest request) {
    return calls.ask("refund", () -> gateway.refund(request), RefundAnswer.Unknown::new);
  }

  @Override
  public RefundAnswer queryRefund(RefundRequest request) {
    return calls.ask("query-refund", () -> gateway.queryRefund(request), RefundAnswer.Unknown::new);
  }
}
