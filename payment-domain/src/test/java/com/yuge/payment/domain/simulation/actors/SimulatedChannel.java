package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelLimits;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import com.yuge.payment.domain.simulation.actors.TradeWord.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The channel: opens trades, takes money, and keeps books of both. */
public final class SimulatedChannel implements ChannelGateway {
  private static final Duration PROMPT = Duration.ofSeconds(2);
  private static final Duration LATE = Duration.ofDays(3);
  private static final int MOST_PAYMENTS = 4;
  private static final UnknownReason NO_ANSWER =
      new UnknownReason(UnknownReason.Cause.TIMEOUT, "no answer");

  private final Surroundings surroundings;
  private final InMemoryStore store;
  private final Callbacks callbacks;
  private final SimulatedRefunds refunds;
  private final Set<PayNo> opened = new LinkedHashSet<>();
  private final Set<PayNo> closed = new LinkedHashSet<>();
  private final Set<PayNo> disowned = new LinkedHashSet<>();
  private final Map<PayNo, Integer> queries = new HashMap<>();
  private final List<Payment> payments = new ArrayList<>();

  /** What people gave back at the channel's counter, before or after we heard of it. */
  private final Set<Payment> byHand = new HashSet<>();

  private final Dialect dialect;
  private final TradeReading reading;

  public SimulatedChannel(
      Surroundings surroundings, InMemoryStore store, Fleet fleet, TradeReading reading) {
    this.surroundings = surroundings;
    this.store = store;
    this.dialect = surroundings.oneOf(List.of(Dialect.values()));
    this.reading = reading;
    this.callbacks = new Callbacks(surroundings, fleet);
    this.refunds = new SimulatedRefunds(surroundings, store, fleet, this::taken);
  }

  @Override
  public PayChannel channel() {
    return TestChannels.MOCK;
  }

  @Override
  public ChannelLimits limits() {
    return ChannelLimits.NONE;
  }

  @Override
  public ChannelAccount account(OpenOptions options) {
    return new ChannelAccount("simulated", "QR");
  }

  @Override
  public Optional<PayUrl> open(Trade trade) {
    requireNoTransaction();
    failAt(Trouble.CHANNEL_AWAY);
    opened.add(trade.payNo());
    surroundings.scheduler().step(() -> "opened at the channel");
    failAt(Trouble.CHANNEL_ANSWER_LOST);
    return Optional.of(new PayUrl("http://cashier.test/" + trade.payNo()));
  }

  @Override
  public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
    return PayerAction.redirect(String.valueOf(opened));
  }

  @Override
  public QueryAnswer query(Trade trade) {
    requireNoTransaction();
    queries.merge(trade.payNo(), 1, Integer::sum);
    if (surroundings.strikes(Trouble.CHANNEL_AWAY)) {
      return new QueryAnswer.Unknown(NO_ANSWER);
    }
    Instant now = surroundings.clock(Duration.ZERO).instant();
    return reading.read(word(trade.payNo()), trade, now);
  }

  // A trade may be paid twice, or again after a failure; the channel tells of the last success.
  private TradeWord word(PayNo payNo) {
    Optional<Payment> last = lastSuccess(payNo);
    if (last.isPresent()) {
      return new TradeWord(paid(last.get()), last.get());
    }
    Optional<Payment> failed =
        payments.stream().filter(payment -> payment.payNo().equals(payNo)).findFirst();
    return new TradeWord(unpaid(payNo, failed.isPresent()), failed.orElse(null));
  }

  private State paid(Payment payment) {
    BigDecimal back = byHand.contains(payment) ? payment.amount().amount() : refunded(payment);
    return switch (dialect) {
      case PLAIN -> State.PAID;
      case REFUND_AFTER_ANY_REFUND -> back.signum() > 0 ? State.REFUND : State.PAID;
      case CLOSED_AFTER_A_FULL_REFUND ->
          back.compareTo(payment.amount().amount()) < 0 ? State.PAID : State.CLOSED;
    };
  }

  private BigDecimal refunded(Payment payment) {
    return refunds
        .books()
        .sum(
            payment.tradeNo(),
            refund -> refund.isMade() && refund.request().payNo().equals(payment.payNo()));
  }

  private State unpaid(PayNo payNo, boolean failed) {
    if (!opened.contains(payNo)) {
      return State.NO_TRADE;
    }
    if (closed.contains(payNo)) {
      return State.CLOSED;
    }
    if (failed) {
      return State.PAY_FAILED;
    }
    return dialect == Dialect.CLOSED_AFTER_A_FULL_REFUND ? State.NO_TRADE : State.NOT_PAID;
  }

  /** The payment that the channel tells of when it is asked for an order. */
  public Optional<Payment> lastSuccess(PayNo payNo) {
    return payments.stream()
        .filter(payment -> payment.payNo().equals(payNo) && payment.tookMoney())
        .reduce((first, second) -> second);
  }

  @Override
  public CloseAnswer close(Trade trade) {
    requireNoTransaction();
    if (surroundings.strikes(Trouble.CHANNEL_AWAY)) {
      return new CloseAnswer.Unknown(NO_ANSWER);
    }
    if (word(trade.payNo()).state() == State.NO_TRADE) {
      disowned.add(trade.payNo());
      return new CloseAnswer.TradeNotFound();
    }
    if (surroundings.strikes(Trouble.PAID_IN_THE_LAST_MOMENT)) {
      pay(trade.payNo(), trade.amount(), Status.SUCCESS, true);
    }
    if (payments.stream().anyMatch(p -> p.payNo().equals(trade.payNo()) && p.tookMoney())) {
      return new CloseAnswer.AlreadyPaid();
    }
    closed.add(trade.payNo());
    surroundings.scheduler().step(() -> "closed at the channel");
    return surroundings.strikes(Trouble.CHANNEL_ANSWER_LOST)
        ? new CloseAnswer.Unknown(NO_ANSWER)
        : new CloseAnswer.Closed();
  }

  private void requireNoTransaction() {
    if (store.isInTransaction()) {
      throw new IllegalStateException("a channel is asked inside a transaction");
    }
  }

  private void failAt(Trouble trouble) {
    if (surroundings.strikes(trouble)) {
      throw new ChannelUnavailable(TestChannels.MOCK, trouble.name());
    }
  }

  /** A payer pays, or tries to; the service is told sooner or later, again until it listens. */
  void pay(PayNo payNo, Money amount, Status status, boolean saysAmount) {
    if (closed.contains(payNo) && !surroundings.strikes(Trouble.PAID_AFTER_CLOSE)) {
      surroundings.scheduler().note("channel", () -> payNo + " is closed, nobody can pay it");
      return;
    }
    Duration delay =
        surroundings.upTo(surroundings.strikes(Trouble.CALLBACK_DELAYED) ? LATE : PROMPT);
    Payment payment =
        new Payment(
            payNo,
            tradeNo(payNo),
            amount,
            status,
            saysAmount,
            surroundings.scheduler().now() + delay.toNanos() / 1_000,
            !surroundings.strikes(Trouble.CALLBACK_NEVER_ARRIVES));
    payments.add(payment);
    if (payment.tookMoney() && surroundings.chance().oneIn(2)) {
      byHand.add(payment);
    }
    surroundings
        .scheduler()
        .note("channel", () -> payment.tradeNo() + " " + status + " " + amount + " for " + payNo);
    if (payment.isTold()) {
      callbacks.tell(payment, delay);
    }
  }

  /** Whoever has paid pays the same once more. */
  void payAgain(PayNo payNo) {
    lastSuccess(payNo)
        .filter(last -> payments.stream().filter(last::isOfSameOrder).count() < MOST_PAYMENTS)
        .ifPresent(last -> pay(payNo, last.amount(), Status.SUCCESS, last.saysAmount()));
  }

  void othersPayAgain(PayNo payNo) {
    opened.stream().filter(other -> !other.equals(payNo)).forEach(this::payAgain);
  }

  // A channel gone mad, or a middleman, names another order's payment.
  private TradeNo tradeNo(PayNo payNo) {
    List<Payment> others =
        payments.stream().filter(p -> p.tookMoney() && !p.payNo().equals(payNo)).toList();
    return !others.isEmpty() && surroundings.strikes(Trouble.TRADE_NUMBER_REUSED)
        ? surroundings.oneOf(others).tradeNo()
        : new TradeNo("T" + (payments.size() + 1));
  }

  /** What the trade took; one that is named twice may have taken two amounts. */
  public BigDecimal taken(RefundRequest request) {
    return payments.stream()
        .filter(payment -> payment.tookMoney() && payment.payNo().equals(request.payNo()))
        .filter(payment -> payment.tradeNo().equals(request.tradeNo()))
        .map(payment -> payment.amount().amount())
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  public SimulatedRefunds refunds() {
    return refunds;
  }

  /** How often it was asked for an order. */
  public int queries(PayNo payNo) {
    return queries.getOrDefault(payNo, 0);
  }

  /** What was opened, in that order. */
  public Set<PayNo> opened() {
    return opened;
  }

  /** What it takes no more money for. */
  public Set<PayNo> closed() {
    return closed;
  }

  /** What it said that it had no trade for, when asked to close it. */
  public Set<PayNo> disowned() {
    return disowned;
  }

  public List<Payment> payments() {
    return payments;
  }

  /** Every genuine callback that there ever was. */
  public List<Message> genuine() {
    return callbacks.genuine();
  }

  public int changes() {
    return opened.size() + closed.size() + payments.size() + refunds.books().changes();
  }
}
