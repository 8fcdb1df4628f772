package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.RefundNo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A channel's refunds with books; it answers otherwise when it is told to, or is away. */
public final class FakeRefunds implements RefundGateway {
  public static final RefundAnswer AWAY =
      new RefundAnswer.Unknown(new UnknownReason(UnknownReason.Cause.TIMEOUT, "away"));

  private final InMemoryStore store;
  private final Map<RefundNo, RefundAnswer> books = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Deque<RefundAnswer> refunds = new ArrayDeque<>();
  private final Deque<RefundAnswer> queries = new ArrayDeque<>();
  private Duration spacing = Duration.ZERO;
  private boolean away;
  private Runnable beforeAnswer = () -> {};

  public FakeRefunds(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public PayChannel channel() {
    return TestChannels.MOCK;
  }

  @Override
  public Duration spacing() {
    return spacing;
  }

  @Override
  public RefundAnswer refund(RefundRequest request) {
    ask("refund");
    return refunded(request);
  }

  private synchronized RefundAnswer refunded(RefundRequest request) {
    if (away) {
      return AWAY;
    }
    RefundAnswer told = refunds.poll();
    return told == null ? done(request) : told;
  }

  /** The channel makes the refund, whatever it answers. */
  public synchronized RefundAnswer done(RefundRequest request) {
    return books.computeIfAbsent(
        request.refundNo(),
        no -> new RefundAnswer.Done(request.amount(), new ChannelRefundNo("FAKE_" + no), null));
  }

  @Override
  public RefundAnswer queryRefund(RefundRequest request) {
    ask("query");
    return queried(request);
  }

  private synchronized RefundAnswer queried(RefundRequest request) {
    if (away) {
      return AWAY;
    }
    RefundAnswer told = queries.poll();
    return told == null
        ? books.getOrDefault(request.refundNo(), new RefundAnswer.NoRefund())
        : told;
  }

  // What happens meanwhile happens outside the monitor: one call that hangs holds up no other.
  private void ask(String call) {
    if (store.isInTransaction()) {
      throw new IllegalStateException("a channel is asked inside a transaction");
    }
    Runnable happens;
    synchronized (this) {
      asked.add(call);
      happens = beforeAnswer;
    }
    happens.run();
  }

  /** What it answers to the next requests, one after the other; then it makes the refund. */
  public synchronized void answersRefunds(RefundAnswer... answers) {
    refunds.addAll(List.of(answers));
  }

  /** What it answers to the next queries, one after the other; then as booked. */
  public synchronized void answersQueries(RefundAnswer... answers) {
    queries.addAll(List.of(answers));
  }

  public synchronized void goAway(boolean goes) {
    away = goes;
  }

  public void spaces(Duration between) {
    spacing = between;
  }

  /** What happens elsewhere while the channel is busy with the call. */
  public synchronized void beforeAnswer(Runnable happens) {
    beforeAnswer = happens;
  }

  /** Its calls so far. */
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** How many refunds it has in its books. */
  public synchronized int booked() {
    return books.size();
  }

  /** How much it has given back, according to its books. */
  public synchronized BigDecimal refunded() {
    return books.values().stream()
        .map(answer -> ((RefundAnswer.Done) answer).amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
