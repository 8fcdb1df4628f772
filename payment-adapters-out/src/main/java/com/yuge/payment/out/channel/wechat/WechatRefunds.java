package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.out.channel.ChannelCallException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** WeChat Pay's refunds. Only signed answers count, refusals included. */
final class WechatRefunds implements RefundGateway {
  /** WeChat Pay accepts one request a minute for refunds of one trade. */
  private static final Duration SPACING = Duration.ofSeconds(60);

  private static final Logger log = LoggerFactory.getLogger(WechatRefunds.class);

  private final WechatClients clients;
  private final URI notifyUrl;

  WechatRefunds(WechatClients clients, URI notifyUrl) {
    this.clients = clients;
    this.notifyUrl = notifyUrl;
  }

  @Override
  public PayChannel channel() {
    return WechatChannel.NAME;
  }

  @Override
  public Duration spacing() {
    return SPACING;
  }

  @Override
  public RefundAnswer refund(RefundRequest request) {
    return ask(
        () -> read(clients.of(request.account()).refunds().create(wanted(request)), request),
        refusal -> new RefundAnswer.Unknown(refusal.reason()));
  }

  private CreateRequest wanted(RefundRequest request) {
    AmountReq amount = new AmountReq();
    amount.setRefund(Fen.of(request.amount()));
    amount.setTotal(Fen.of(request.tradeAmount()));
    amount.setCurrency(request.amount().currency().getCurrencyCode());
    CreateRequest wanted = new CreateRequest();
    wanted.setTransactionId(request.tradeNo().value());
    wanted.setOutRefundNo(request.refundNo().value());
    wanted.setReason(request.reason().value());
    wanted.setNotifyUrl(notifyUrl.toString());
    wanted.setAmount(amount);
    return wanted;
  }

  @Override
  public RefundAnswer queryRefund(RefundRequest request) {
    QueryByOutRefundNoRequest asked = new QueryByOutRefundNoRequest();
    asked.setOutRefundNo(request.refundNo().value());
    return ask(
        () -> read(clients.of(request.account()).refunds().queryByOutRefundNo(asked), request),
        refusal ->
            refusal.is("RESOURCE_NOT_EXISTS")
                ? new RefundAnswer.NoRefund()
                : new RefundAnswer.Unknown(refusal.reason()));
  }

  private static RefundAnswer ask(
      Supplier<RefundAnswer> call, Function<WechatApiException, RefundAnswer> refused) {
    try {
      return call.get();
    } catch (WechatApiException refusal) {
      return refused.apply(refusal);
    } catch (ChannelCallException e) {
      return new RefundAnswer.Unknown(e.reason());
    }
  }

  private static RefundAnswer read(Refund refund, RefundRequest request) {
    try {
      return new WechatRefundAnswer(refund, request).read();
    } catch (ChannelCallException e) {
      log.warn("WeChat Pay was asked for refund {}: {}", request.refundNo(), e.getMessage());
      throw e;
    }
  }
}
