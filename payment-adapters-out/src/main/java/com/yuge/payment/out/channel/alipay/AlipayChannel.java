package com.yuge.payment.out.channel.alipay;

import com.alipay.api.AlipayRequest;
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
import com.yuge.payment.out.channel.ChannelCallException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments through Alipay. */
final class AlipayChannel implements ChannelGateway {
  static final PayChannel NAME = new PayChannel("ALIPAY");

  private final AlipayAccounts accounts;
  private final AlipayCalls calls;
  private final AlipayOrders orders;
  private final Clock clock;

  AlipayChannel(AlipayAccounts accounts, AlipayCalls calls, AlipayOrders orders, Clock clock) {
    this.accounts = accounts;
    this.calls = calls;
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public PayChannel channel() {
    return NAME;
  }

  @Override
  public ChannelLimits limits() {
    return ChannelLimits.upTo(AlipayMoney.MOST);
  }

  @Override
  public ChannelAccount account(OpenOptions options) {
    AlipayProduct product = AlipayProduct.named(options.product());
    return new ChannelAccount(accounts.current().id(), product.name());
  }

  @Override
  public Optional<PayUrl> open(Trade trade) {
    return switch (AlipayProduct.of(trade.account())) {
      case QR -> Optional.of(qrCode(trade));
      case PAGE, WAP -> Optional.empty();
    };
  }

  private PayUrl qrCode(Trade trade) {
    try {
      return ask(trade, orders.qr(trade)).qrCode();
    } catch (ChannelCallException e) {
      throw new ChannelUnavailable(NAME, e.reason());
    }
  }

  @Override
  public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
    return switch (AlipayProduct.of(trade.account())) {
      case QR -> PayerAction.qr(String.valueOf(opened));
      case PAGE -> redirect(trade, orders.page(trade, returnUrl));
      case WAP -> redirect(trade, orders.wap(trade, returnUrl));
    };
  }

  private PayerAction redirect(Trade trade, AlipayRequest<?> request) {
    try {
      return PayerAction.redirect(calls.address(accounts.of(trade.account()), request).toString());
    } catch (ChannelCallException e) {
      throw new ChannelUnavailable(NAME, e.reason());
    }
  }

  @Override
  public QueryAnswer query(Trade trade) {
    try {
      return ask(trade, AlipayOrders.query(trade.payNo().value())).toQuery();
    } catch (ChannelCallException e) {
      return new QueryAnswer.Unknown(e.reason());
    }
  }

  @Override
  public CloseAnswer close(Trade trade) {
    try {
      return ask(trade, AlipayOrders.close(trade)).toClose();
    } catch (ChannelCallException e) {
      return new CloseAnswer.Unknown(e.reason());
    }
  }

  private AlipayTradeAnswer ask(Trade trade, AlipayRequest<?> request) {
    AlipayAccount account = accounts.of(trade.account());
    AlipayAnswer answer = calls.ask(account, request);
    return new AlipayTradeAnswer(answer, trade, account, clock.instant());
  }
}
