package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.Doubt;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel that opens what it is asked to, answers as it is told to, or is away. */
public final class FakeChannel implements ChannelGateway {
  private static final Doubt AWAY = new Doubt(Doubt.Cause.TIMEOUT, "away");

  private final @Nullable InMemoryStore store;
  private final List<Trade> opened = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final Deque<QueryAnswer> queries = new ArrayDeque<>();
  private final Deque<CloseAnswer> closes = new ArrayDeque<>();
  private boolean away;
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
    return PayChannel.MOCK;
  }

  @Override
  public synchronized PayUrl open(Trade trade) {
    requireNoTransaction();
    if (away) {
      throw new ChannelUnavailable(PayChannel.MOCK, "away");
    }
    opened.add(trade);
    beforeAnswer.run();
    return new PayUrl("http://cashier.test/" + trade.payNo());
  }

  @Override
  public QueryAnswer query(Trade trade) {
    ask("query");
    return isAway() ? new QueryAnswer.Unknown(AWAY) : next(queries, new QueryAnswer.Unpaid());
  }

  @Override
  public CloseAnswer close(Trade trade) {
    ask("close");
    return isAway() ? new CloseAnswer.Unknown(AWAY) : next(closes, new CloseAnswer.Closed());
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

  private synchronized <A> A next(Deque<A> answers, A otherwise) {
    A answer = answers.poll();
    return answer == null ? otherwise : answer;
  }

  private void requireNoTransaction() {
    if (store != null && store.isInTransaction()) {
      throw new IllegalStateException("a channel is asked inside a transaction");
    }
  }

  /** What it answers to the next queries, one after the other; then UNPAID. */
  public synchronized void answersQueries(QueryAnswer... answers) {
    queries.addAll(List.of(answers));
  }

  /** What it answers to the next closes, one after the other; then CLOSED. */
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
