package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.fixtures.RefundBook;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.NewRefund;
import com.yuge.payment.domain.refund.RefundCreation;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives back what was paid for orders: in full, in part or too much, again until it is answered.
 */
public final class Shop {
  private static final List<Money> AMOUNTS =
      List.of(
          PayOrderBook.PRICE,
          PayOrderBook.yuan("50.00"),
          PayOrderBook.yuan("49.99"),
          PayOrderBook.yuan("19.99"),
          PayOrderBook.yuan("0.29"),
          PayOrderBook.yuan("100.00"));
  private static final Duration HESITATION = Duration.ofMinutes(25);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration DOUBT = Duration.ofHours(1);
  private static final int MOST_REFUNDS = 3;
  private static final int ATTEMPTS = 8;

  /** What it was told of an order, and when it asked. */
  public record Look(long askedAt, PayOrderDetails answer) {}

  private final Surroundings surroundings;
  private final Fleet fleet;
  private final Committed committed;
  private final RefundAgreements agreements = new RefundAgreements();
  private final Set<PayNo> seen = new HashSet<>();
  private final List<Look> looks = new ArrayList<>();
  private int wishes;

  public Shop(Surroundings surroundings, Fleet fleet, Committed committed) {
    this.surroundings = surroundings;
    this.fleet = fleet;
    this.committed = committed;
  }

  /** Something has changed: orders may be paid. */
  public void inspect() {
    for (PayOrder order : committed.orders()) {
      if (order.status() == PayStatus.SUCCESS && seen.add(order.payNo())) {
        plan(order);
      }
    }
  }

  private void plan(PayOrder order) {
    if (surroundings.chance().oneIn(2)) {
      int refunds = 1 + surroundings.chance().below(MOST_REFUNDS);
      for (int i = 0; i < refunds; i++) {
        NewRefund wish = RefundBook.aRefund(order, "R" + ++wishes, surroundings.oneOf(AMOUNTS));
        later(HESITATION, () -> ask(wish, ATTEMPTS));
        later(DOUBT, () -> look(order.payNo()));
      }
    }
  }

  private void ask(NewRefund wish, int attempts) {
    if (attempts > 0 && !agreements.isAnswered(wish)) {
      request(wish, wish);
      later(PATIENCE, () -> ask(wish, attempts - 1));
    }
  }

  private void request(NewRefund wish, NewRefund asked) {
    boolean wasAgreed = agreements.isAgreed(wish);
    fleet.request(
        "refund",
        at -> at.refunds().create().handle(asked),
        creation -> answered(wish, asked, creation.orElseThrow(), wasAgreed));
  }

  private void answered(
      NewRefund wish, NewRefund asked, RefundCreation creation, boolean wasAgreed) {
    boolean first = !agreements.isAnswered(wish);
    agreements.answered(wish, asked, creation, wasAgreed);
    if (first && surroundings.chance().oneIn(3)) {
      later(DOUBT, () -> request(wish, surroundings.chance().oneIn(2) ? wish : another(wish)));
    }
  }

  private static NewRefund another(NewRefund wish) {
    return new NewRefund(
        wish.payNo(),
        wish.refundOrderNo(),
        PayOrderBook.ANOTHER_PRICE,
        wish.reason(),
        wish.tradeNo(),
        wish.requestedBy());
  }

  private void look(PayNo payNo) {
    long askedAt = surroundings.scheduler().now();
    fleet.request(
        "look",
        at -> at.refunds().find().byPayNo(payNo),
        found -> looks.add(new Look(askedAt, found.orElseThrow())));
    if (surroundings.chance().oneIn(2)) {
      later(PATIENCE, () -> look(payNo));
    }
  }

  private void later(Duration most, Runnable work) {
    surroundings.scheduler().after(surroundings.upTo(most), work);
  }

  /** What it was told of orders, oldest first. */
  public List<Look> looks() {
    return looks;
  }
}
