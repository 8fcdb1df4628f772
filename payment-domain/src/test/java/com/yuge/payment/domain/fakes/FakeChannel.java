package com.yuge.payment.domain.fakes;

import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelLimits;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A channel that keeps books, answers otherwise when it is told to, or is away. */
public final class FakeChannel implements ChannelGateway {
  private static final UnknownReason AWAY = new UnknownReason(UnknownReason.Cause.TIMEOUT, "away");

  private final @Nullable InMemoryStore store;
  private final List<Trade> opened = new ArrayList<>();
  private final Map<PayNo, QueryAnswer> books = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Deque<QueryAnswer> queries = new ArrayDeque<>();
  private final Deque<CloseAnswer> closes = new ArrayDeque<>();
  private boolean away;
  private ChannelLimits limits = ChannelLimits.NONE;
  private Runnable beforeAnswer = () -> {};

  /** A channel that cannot know of transactions. */
  public FakeChannel() {
    this.store = null;
  }

  /** A channel that refuses to be asked inside a transaction of that store. */
  public FakeChannel(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public PayChannel channel() {
    return TestChannels.MOCK;
  }

  @Override
  public ChannelLimits limits() {
    return limits;
  }

  @Override
  public ChannelAccount account(OpenOptions options) {
    String product = options.product() == null ? "QR" : options.product();
    if (!product.equals("QR") && !product.equals("PAGE")) {
      throw new InvalidValue("product", "product");
    }
    return new ChannelAccount("fake-account", product);
  }

  @Override
  public synchronized Optional<PayUrl> open(Trade trade) {
    requireNoTransaction();
    if (away) {
      throw new ChannelUnavailable(TestChannels.MOCK, "away");
    }
    opened.add(trade);
    books.putIfAbsent(trade.payNo(), new QueryAnswer.Unpaid());
    beforeAnswer.run();
    return Optional.of(new PayUrl("http://cashier.test/" + trade.payNo()))
        .filter(unused -> trade.account() == null || trade.account().product().equals("QR"));
  }

  /** A page has no address of its own until somebody asks for it. */
  @Override
  public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
    return opened == null
        ? PayerAction.redirect("http://page.test/" + trade.payNo() + "?return=" + returnUrl)
        : PayerAction.qr(opened.value());
  }

  /** From now on it has these limits. */
  public void limitsTo(ChannelLimits other) {
    limits = other;
  }

  @Override
  public QueryAnswer query(Trade trade) {
    ask("query");
    return isAway() ? new QueryAnswer.Unknown(AWAY) : next(queries, () -> state(trade));
  }

  @Override
  public CloseAnswer close(Trade trade) {
    ask("close");
    return isAway() ? new CloseAnswer.Unknown(AWAY) : next(closes, () -> closed(trade));
  }

  // What happens meanwhile happens outside the monitor: one call that hangs holds up no other.
  private void ask(String call) {
    requireNoTransaction();
    Runnable happens;
    synchronized (this) {
      asked.add(call);
      happens = beforeAnswer;
    }
    happens.run();
  }

  private synchronized boolean isAway() {
    return away;
  }

  private synchronized <A> A next(Deque<A> answers, Supplier<A> otherwise) {
    A answer = answers.poll();
    return answer == null ? otherwise.get() : answer;
  }

  private QueryAnswer state(Trade trade) {
    return books.getOrDefault(trade.payNo(), new QueryAnswer.TradeNotFound());
  }

  private CloseAnswer closed(Trade trade) {
    QueryAnswer state = state(trade);
    if (state instanceof QueryAnswer.TradeNotFound) {
      return new CloseAnswer.TradeNotFound();
    }
    if (state instanceof QueryAnswer.Decided decided && decided.result().isPaid()) {
      return new CloseAnswer.AlreadyPaid();
    }
    books.replace(trade.payNo(), new QueryAnswer.Unpaid(), new QueryAnswer.ClosedUnpaid());
    return new CloseAnswer.Closed();
  }

  /** A payer pays what is open. */
  public synchronized void pays(Trade trade) {
    decide(trade, Status.SUCCESS);
  }

  /** A payer's payment of what is open fails. */
  public synchronized void fails(Trade trade) {
    decide(trade, Status.FAILED);
  }

  private void decide(Trade trade, Status status) {
    TradeNo tradeNo = new TradeNo("FAKE_" + trade.payNo());
    // It has no clock: its payers pay when the trade was made.
    Instant paidAt = status == Status.SUCCESS ? trade.expireAt().minus(TIME_TO_PAY) : null;
    ChannelResult result =
        new ChannelResult(trade.payNo(), status, tradeNo, trade.amount(), paidAt);
    books.replace(trade.payNo(), new QueryAnswer.Unpaid(), new QueryAnswer.Decided(result));
  }

  private void requireNoTransaction() {
    if (store != null && store.isInTransaction()) {
      throw new IllegalStateException("a channel is asked inside a transaction");
    }
  }

  /** What it answers to the next queries, one after the other; then as booked. */
  public synchronized void answersQueries(QueryAnswer... answers) {
    queries.addAll(List.of(answers));
  }

  /** What it answers to the next closes, one after the other; then as booked. */
  public synchronized void answersCloses(CloseAnswer... answers) {
    closes.addAll(List.of(answers));
  }

  /** Its queries and closes so far. */
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  public synchronized void goAway(boolean goes) {
    away = goes;
  }

  /** What happens elsewhere while the channel is busy with the call. */
  public synchronized void beforeAnswer(Runnable happens) {
    beforeAnswer = happens;
  }

  public synchronized List<Trade> opened() {
    return List.copyOf(opened);
  }
}
