package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelLimits;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.out.channel.ChannelCallException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** WeChat Pay's payments. Only signed answers count, refusals included. */
final class WechatChannel implements ChannelGateway {
  static final PayChannel NAME = new PayChannel("WECHAT");

  private static final Logger log = LoggerFactory.getLogger(WechatChannel.class);

  private final WechatClients clients;
  private final URI notifyUrl;
  private final Clock clock;

  WechatChannel(WechatClients clients, URI notifyUrl, Clock clock) {
    this.clients = clients;
    this.notifyUrl = notifyUrl;
    this.clock = clock;
  }

  @Override
  public PayChannel channel() {
    return NAME;
  }

  @Override
  public ChannelLimits limits() {
    return ChannelLimits.upTo(Fen.MOST);
  }

  @Override
  public ChannelAccount account(OpenOptions options) {
    WechatProduct product = WechatProduct.of(options);
    return new ChannelAccount(clients.current().account().id(), product.name());
  }

  @Override
  public Optional<PayUrl> open(Trade trade) {
    try {
      return Optional.of(new PayUrl(prepay(trade)));
    } catch (WechatApiException refusal) {
      throw new ChannelUnavailable(NAME, refusal.reason());
    } catch (ChannelCallException e) {
      throw new ChannelUnavailable(NAME, e.reason());
    } catch (InvalidValue e) {
      throw new ChannelUnavailable(NAME, "an answer out of its grammar: " + e.getMessage());
    }
  }

  private String prepay(Trade trade) {
    WechatClient client = clients.of(trade.account());
    WechatAccount account = client.account();
    return switch (WechatProduct.of(trade.account())) {
      case NATIVE ->
          client.natives().prepay(NativePrepay.of(trade, account, notifyUrl)).getCodeUrl();
      case JSAPI -> client.jsapi().prepay(JsapiPrepay.of(trade, account, notifyUrl)).getPrepayId();
    };
  }

  @Override
  public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
    String address = Objects.requireNonNull(opened, "every trade here has one").value();
    return switch (WechatProduct.of(trade.account())) {
      case NATIVE -> PayerAction.qr(address);
      case JSAPI ->
          PayerAction.jsapi(
              JsapiParams.of(clients.of(trade.account()).account(), address, clock.instant()));
    };
  }

  @Override
  public QueryAnswer query(Trade trade) {
    try {
      return ask(trade);
    } catch (WechatApiException refusal) {
      return refusal.is("ORDER_NOT_EXIST")
          ? new QueryAnswer.TradeNotFound()
          : new QueryAnswer.Unknown(refusal.reason());
    } catch (ChannelCallException e) {
      return new QueryAnswer.Unknown(e.reason());
    }
  }

  private QueryAnswer ask(Trade trade) {
    WechatClient client = clients.of(trade.account());
    QueryOrderByOutTradeNoRequest request = new QueryOrderByOutTradeNoRequest();
    request.setMchid(client.account().mchId());
    request.setOutTradeNo(trade.payNo().value());
    var transaction = client.natives().queryOrderByOutTradeNo(request);
    try {
      return new TransactionAnswer(transaction, trade, client.account()).read();
    } catch (ChannelCallException e) {
      log.warn("WeChat Pay was asked for {}: {}", trade.payNo(), e.getMessage());
      throw e;
    }
  }

  @Override
  public CloseAnswer close(Trade trade) {
    try {
      WechatClient client = clients.of(trade.account());
      CloseOrderRequest request = new CloseOrderRequest();
      request.setMchid(client.account().mchId());
      request.setOutTradeNo(trade.payNo().value());
      client.natives().closeOrder(request);
      return new CloseAnswer.Closed();
    } catch (WechatApiException refusal) {
      return refused(refusal);
    } catch (ChannelCallException e) {
      return new CloseAnswer.Unknown(e.reason());
    }
  }

  private static CloseAnswer refused(WechatApiException refusal) {
    if (refusal.is("ORDERPAID")) {
      return new CloseAnswer.AlreadyPaid();
    }
    if (refusal.is("ORDER_CLOSED")) {
      return new CloseAnswer.Closed();
    }
    return refusal.is("ORDER_NOT_EXIST")
        ? new CloseAnswer.TradeNotFound()
        : new CloseAnswer.Unknown(refusal.reason());
  }
}
