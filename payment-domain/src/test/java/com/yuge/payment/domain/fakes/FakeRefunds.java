package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.RefundNo;
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
    if (away) {
      return AWAY;
    }
    RefundAnswer told = refunds.poll();
    return told == null ? done(request) : told;
  }

  /** The channel makes the refund, whatever it answers. */
  public RefundAnswer done(RefundRequest request) {
    return books.computeIfAbsent(
        request.refundNo(),
        no -> new RefundAnswer.Done(request.amount(), new ChannelRefundNo("FAKE_" + no), null));
  }

  @Override
  public RefundAnswer queryRefund(RefundRequest request) {
    ask("query");
    if (away) {
      return AWAY;
    }
    RefundAnswer told = queries.poll();
    return told == null
        ? books.getOrDefault(request.refundNo(), new RefundAnswer.NoRefund())
        : told;
  }

  private void ask(String call) {
    if (store.isInTransaction()) {
      throw new IllegalStateException("a channel is asked inside a transaction");
    }
    asked.add(call);
    beforeAnswer.run();
  }

  /** What it answers to the next requests, one after the other; then it makes the refund. */
  public void answersRefunds(RefundAnswer... answers) {
    refunds.addAll(List.of(answers));
  }

  /** What it answers to the next queries, one after the other; then as booked. */
  public void answersQueries(RefundAnswer... answers) {
    queries.addAll(List.of(answers));
  }

  public void goAway(boolean goes) {
    away = goes;
  }

  public void spaces(Duration between) {
    spacing = between;
  }

  /** What happens elsewhere while the channel is busy with the call. */
  public void beforeAnswer(Runnable happens) {
    beforeAnswer = happens;
  }

  /** Its calls so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** How many refunds it has in its books. */
  public int booked() {
    return books.size();
  }
}
