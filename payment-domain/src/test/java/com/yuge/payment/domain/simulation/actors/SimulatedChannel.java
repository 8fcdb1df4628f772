package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The channel: opens trades, takes money, and keeps books of both. */
public final class SimulatedChannel implements ChannelGateway {
  private static final Duration PROMPT = Duration.ofSeconds(2);
  private static final Duration LATE = Duration.ofDays(3);

  private final Surroundings surroundings;
  private final InMemoryStore store;
  private final Callbacks callbacks;
  private final Set<PayNo> opened = new LinkedHashSet<>();
  private final List<Payment> payments = new ArrayList<>();

  public SimulatedChannel(Surroundings surroundings, InMemoryStore store, Fleet fleet) {
    this.surroundings = surroundings;
    this.store = store;
    this.callbacks = new Callbacks(surroundings, fleet);
  }

  @Override
  public PayChannel channel() {
    return PayChannel.MOCK;
  }

  @Override
  public PayUrl open(Trade trade) {
    if (store.isInTransaction()) {
      throw new IllegalStateException("a channel is asked inside a transaction");
    }
    failAt(Trouble.CHANNEL_AWAY);
    opened.add(trade.payNo());
    surroundings.scheduler().step(() -> "opened at the channel");
    failAt(Trouble.CHANNEL_ANSWER_LOST);
    return new PayUrl("http://cashier.test/" + trade.payNo());
  }

  private void failAt(Trouble trouble) {
    if (surroundings.strikes(trouble)) {
      throw new ChannelUnavailable(PayChannel.MOCK, trouble.name());
    }
  }

  /** A payer pays, or tries to; the service is told sooner or later, again until it listens. */
  void pay(PayNo payNo, Money amount, Verdict verdict, boolean saysAmount) {
    Duration delay =
        surroundings.upTo(surroundings.strikes(Trouble.CALLBACK_DELAYED) ? LATE : PROMPT);
    Payment payment =
        new Payment(
            payNo,
            new TradeNo("T" + (payments.size() + 1)),
            amount,
            verdict,
            saysAmount,
            surroundings.scheduler().now() + delay.toNanos() / 1_000);
    payments.add(payment);
    surroundings
        .scheduler()
        .note("channel", () -> payment.tradeNo() + " " + verdict + " " + amount + " for " + payNo);
    callbacks.tell(payment, delay);
  }

  /** What was opened, in that order. */
  public Set<PayNo> opened() {
    return opened;
  }

  public List<Payment> payments() {
    return payments;
  }

  /** Every genuine callback that there ever was. */
  public List<Message> genuine() {
    return callbacks.genuine();
  }

  public int changes() {
    return opened.size() + payments.size();
  }
}
