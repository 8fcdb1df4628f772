package com.yuge.payment.out.channel.testbank;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelLimits;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A bank whose books are a set: it tells of payments by callbacks alone. */
final class TestBank implements ChannelGateway {
  static final PayChannel NAME = new PayChannel("TESTBANK");
  private static final ChannelAccount ACCOUNT = new ChannelAccount("shop-17", "TRANSFER");

  private final Set<PayNo> open = ConcurrentHashMap.newKeySet();

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
    return ACCOUNT;
  }

  @Override
  public Optional<PayUrl> open(Trade trade) {
    open.add(trade.payNo());
    return Optional.of(new PayUrl("https://bank.test/transfer/" + trade.payNo()));
  }

  @Override
  public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
    return PayerAction.redirect(String.valueOf(opened));
  }

  @Override
  public QueryAnswer query(Trade trade) {
    return open.contains(trade.payNo())
        ? new QueryAnswer.Unpaid()
        : new QueryAnswer.TradeNotFound();
  }

  @Override
  public CloseAnswer close(Trade trade) {
    return open.remove(trade.payNo()) ? new CloseAnswer.Closed() : new CloseAnswer.TradeNotFound();
  }
}
