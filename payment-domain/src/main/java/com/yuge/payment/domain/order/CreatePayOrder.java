package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Randomness;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Creates the one pay order of an order number; a repeat gets the same one. */
public final class CreatePayOrder {
  private final PayOrders orders;
  private final Transactions transactions;
  private final Randomness randomness;
  private final Clock clock;
  private final Duration timeToPay;

  /** The clock's zone is that of the date inside the pay number. */
  public CreatePayOrder(
      PayOrders orders,
      Transactions transactions,
      Randomness randomness,
      Clock clock,
      Duration timeToPay) {
    this.orders = orders;
    this.transactions = transactions;
    this.randomness = randomness;
    this.clock = clock;
    this.timeToPay = timeToPay;
  }

  /** What the order number's pay order is, and whether it is what was asked for. */
  public sealed interface Creation {
    PayOrder order();

    /** The order is what was asked for, new or not. */
    record Agreed(PayOrder order) implements Creation {}

    /** The order number is taken by another amount, channel or subject. */
    record Conflicting(PayOrder order) implements Creation {}
  }

  public Creation handle(PayRequest request) {
    PayOrder order = orders.find(request.orderNo()).orElseGet(() -> create(request));
    return order.request().equals(request)
        ? new Creation.Agreed(order)
        : new Creation.Conflicting(order);
  }

  private PayOrder create(PayRequest request) {
    Instant now = clock.instant();
    PayNo payNo =
        PayNo.issue(
            now.atZone(clock.getZone()), randomness.digits(PayNo.RANDOM_DIGITS), request.orderNo());
    PayOrder order = PayOrder.create(payNo, request, now, now.plus(timeToPay));
    try {
      return transactions.call(() -> orders.add(order));
    } catch (DuplicateOrderNo lostTheRace) {
      return winner(request.orderNo(), lostTheRace);
    }
  }

  private PayOrder winner(OrderNo orderNo, DuplicateOrderNo lostTheRace) {
    Optional<PayOrder> winner = orders.find(orderNo);
    return winner.orElseThrow(() -> lostTheRace);
  }
}
