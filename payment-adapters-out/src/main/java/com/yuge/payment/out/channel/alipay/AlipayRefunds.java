package com.yuge.payment.out.channel.alipay;

import com.alipay.api.AlipayRequest;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.out.channel.ChannelCallException;
import java.time.Duration;
import java.util.List;

/** Refunds through Alipay, by the number of the trade that took the money. */
final class AlipayRefunds implements RefundGateway {
  /** Alipay refuses refunds of one trade that follow each other faster. */
  private static final Duration SPACING = Duration.ofSeconds(3);

  private final AlipayAccounts accounts;
  private final AlipayCalls calls;

  AlipayRefunds(AlipayAccounts accounts, AlipayCalls calls) {
    this.accounts = accounts;
    this.calls = calls;
  }

  @Override
  public PayChannel channel() {
    return AlipayChannel.NAME;
  }

  @Override
  public Duration spacing() {
    return SPACING;
  }

  @Override
  public RefundAnswer refund(RefundRequest request) {
    try {
      return ask(request, wanted(request)).toRefund();
    } catch (ChannelCallException e) {
      return new RefundAnswer.Unknown(e.reason());
    }
  }

  @Override
  public RefundAnswer queryRefund(RefundRequest request) {
    try {
      return ask(request, query(request)).toQuery();
    } catch (ChannelCallException e) {
      return new RefundAnswer.Unknown(e.reason());
    }
  }

  private AlipayRefundAnswer ask(RefundRequest refund, AlipayRequest<?> request) {
    AlipayAnswer answer = calls.ask(accounts.of(refund.account()), request);
    return new AlipayRefundAnswer(answer, refund);
  }

  private static AlipayRequest<?> wanted(RefundRequest refund) {
    AlipayTradeRefundModel model = new AlipayTradeRefundModel();
    model.setTradeNo(refund.tradeNo().value());
    model.setOutRequestNo(refund.refundNo().value());
    model.setRefundAmount(AlipayMoney.text(refund.amount()));
    model.setRefundReason(refund.reason().value());
    AlipayTradeRefundRequest request = new AlipayTradeRefundRequest();
    request.setBizModel(model);
    return request;
  }

  private static AlipayRequest<?> query(RefundRequest refund) {
    AlipayTradeFastpayRefundQueryModel model = new AlipayTradeFastpayRefundQueryModel();
    model.setTradeNo(refund.tradeNo().value());
    model.setOutRequestNo(refund.refundNo().value());
    model.setQueryOptions(List.of("gmt_refund_pay"));
    AlipayTradeFastpayRefundQueryRequest request = new AlipayTradeFastpayRefundQueryRequest();
    request.setBizModel(model);
    return request;
  }
}
