package com.yuge.payment.out.channel.mock;

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
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.ChannelRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The MOCK channel over HTTP. */
final class MockChannel implements ChannelGateway {
  static final PayChannel NAME = new PayChannel("MOCK");
  private static final ChannelAccount ACCOUNT = new ChannelAccount("MOCK", "CASHIER");

  private final ChannelHttp http;
  private final MockRequests requests;
  private final Supplier<URI> notifyUrl;

  MockChannel(ChannelHttp http, URI url, Supplier<URI> notifyUrl) {
    this.http = http;
    this.requests = new MockRequests(url);
    this.notifyUrl = notifyUrl;
  }

  @Override
  public PayChannel channel() {
    return NAME;
  }

  @Override
  public ChannelLimits limits() {
    return ChannelLimits.NONE;
  }

  @Override
  public ChannelAccount account(OpenOptions options) {
    if (!options.fits(ACCOUNT.product())) {
      throw new InvalidValue("product", "product");
    }
    return ACCOUNT;
  }

  @Override
  public Optional<PayUrl> open(Trade trade) {
    try {
      return Optional.of(ask(trade, requests.post(wanted(trade), "/trades")).payUrl());
    } catch (ChannelCallException e) {
      throw new ChannelUnavailable(channel(), e.reason());
    }
  }

  @Override
  public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
    return PayerAction.redirect(String.valueOf(opened));
  }

  private Map<String, String> wanted(Trade trade) {
    return Map.of(
        "payNo", trade.payNo().value(),
        "amount", trade.amount().amount().toPlainString(),
        "currency", trade.amount().currency().getCurrencyCode(),
        "subject", trade.subject() == null ? "" : trade.subject().value(),
        "expireAt", trade.expireAt().toString(),
        "notifyUrl", notifyUrl.get().toString());
  }

  @Override
  public QueryAnswer query(Trade trade) {
    try {
      return ask(trade, requests.get("/trades/{payNo}", trade.payNo())).toQuery();
    } catch (ChannelCallException e) {
      return new QueryAnswer.Unknown(e.reason());
    }
  }

  @Override
  public CloseAnswer close(Trade trade) {
    try {
      return ask(trade, requests.post(Map.of(), "/trades/{payNo}/close", trade.payNo())).toClose();
    } catch (ChannelCallException e) {
      return new CloseAnswer.Unknown(e.reason());
    }
  }

  private MockAnswer ask(Trade trade, ChannelRequest request) {
    return MockAnswer.read(http.call(request), trade.payNo());
  }
}
