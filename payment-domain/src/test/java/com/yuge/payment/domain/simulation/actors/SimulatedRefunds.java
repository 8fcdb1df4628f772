package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.actors.BookedRefund.Hand;
import com.yuge.payment.domain.simulation.actors.BookedRefund.State;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The channel's refunds: idempotent by number, never more than a trade took, and full of whims. */
public final class SimulatedRefunds implements RefundGateway {
  private static final FailCode EXCEEDS = new FailCode("EXCEEDS");
  private static final FailCode NOT_NOW = new FailCode("NOT_NOW");
  private static final RefundAnswer NO_ANSWER = unknown(Cause.TIMEOUT, "no answer");

  private final Surroundings surroundings;
  private final InMemoryStore store;
  private final RefundWhims whims;
  private final Function<RefundRequest, BigDecimal> taken;
  private final RefundBooks books = new RefundBooks();
  private final Duration spacing;

  SimulatedRefunds(
      Surroundings surroundings,
      InMemoryStore store,
      Fleet fleet,
      Function<RefundRequest, BigDecimal> taken) {
    this.surroundings = surroundings;
    this.store = store;
    this.taken = taken;
    this.whims = new RefundWhims(surroundings, books, new RefundCallbacks(surroundings, fleet));
    this.spacing =
        surroundings.oneOf(List.of(Duration.ZERO, Duration.ofSeconds(3), Duration.ofMinutes(1)));
  }

  private static RefundAnswer unknown(Cause cause, String detail) {
    return new RefundAnswer.Unknown(new UnknownReason(cause, detail));
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
    called(request);
    books.asked(request.refundNo());
    if (surroundings.strikes(Trouble.CHANNEL_AWAY)) {
      return NO_ANSWER;
    }
    if (surroundings.strikes(Trouble.REFUND_TOO_FREQUENT)) {
      return unknown(Cause.ERROR, "FREQUENCY_LIMITED");
    }
    RefundAnswer answer =
        books.find(request.refundNo()).filter(SimulatedRefunds::isKnown).isPresent()
            ? books.find(request.refundNo()).orElseThrow().answer()
            : decide(request);
    surroundings
        .scheduler()
        .step(() -> "refund of " + request.amount() + " at the channel: " + answer.key());
    return surroundings.strikes(Trouble.CHANNEL_ANSWER_LOST) ? NO_ANSWER : answer;
  }

  private static boolean isKnown(BookedRefund refund) {
    return refund.state() != State.REFUSED && refund.state() != State.FORGOTTEN;
  }

  private RefundAnswer decide(RefundRequest request) {
    BigDecimal after = books.paidOf(request.tradeNo()).add(request.amount().amount());
    if (after.compareTo(taken.apply(request)) > 0) {
      books.overdrawn(request);
      whims.refuse(request, State.REFUSED);
      return new RefundAnswer.Refused(EXCEEDS, false);
    }
    return switch (whims.take(request)) {
      case REFUSED -> new RefundAnswer.Refused(NOT_NOW, false);
      case ACCEPTED, ABNORMAL, DONE, CLOSED, FORGOTTEN ->
          books.find(request.refundNo()).orElseThrow().answer();
    };
  }

  @Override
  public RefundAnswer queryRefund(RefundRequest request) {
    called(request);
    return surroundings.strikes(Trouble.CHANNEL_AWAY)
        ? NO_ANSWER
        : books
            .find(request.refundNo())
            .map(BookedRefund::answer)
            .orElseGet(RefundAnswer.NoRefund::new);
  }

  private void called(RefundRequest request) {
    if (store.isInTransaction()) {
      throw new IllegalStateException("a channel is asked inside a transaction");
    }
    books.called(request.refundNo());
  }

  /** People settle at the counter what the channel does not: it is then paid, or never will be. */
  Hand settleByHand(RefundNo refundNo, boolean pays) {
    BookedRefund refund = books.find(refundNo).orElseThrow();
    if (refund.mayPay() && !refund.isMade()) {
      books.put(pays ? refund.with(Hand.PAID) : revoked(refund));
    }
    return books.find(refundNo).orElseThrow().hand();
  }

  private BookedRefund revoked(BookedRefund refund) {
    BookedRefund revoked = refund.with(Hand.REVOKED);
    return surroundings.chance().oneIn(2)
        ? revoked.refused(State.CLOSED, surroundings.scheduler().now())
        : revoked;
  }

  public RefundBooks books() {
    return books;
  }
}
