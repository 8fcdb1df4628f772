package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Randomness;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Creates the one pay order of an order number; a repeat returns the same order. */
public final class CreatePayOrder {
  private final PayOrders orders;
  private final Transactions transactions;
  private final Randomness randomness;
  private final Clock clock;
  private final Duration timeToPay;

  /** The clock's zone determines the date inside the pay number. */
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

  /** The pay order of the order number, and whether it matches the request. */
  public sealed interface Creation {
    /** One constant for each type, so that the compiler checks that a switch is complete. */
    enum Kind {
      AGREED,
      CONFLICTING
    }

    Kind kind();

    PayOrder order();

    /** The order matches the request; it may be new or old. */
    record Agreed(PayOrder order) implements Creation {
      @Override
      public Kind kind() {
        return Kind.AGREED;
      }
    }

    /** The order number is in use with another amount, channel or subject. */
    record Conflicting(PayOrder order) implements Creation {
      @Override
      public Kind kind() {
        return Kind.CONFLICTING;
      }
    }
  }

  public Creation handle(PayRequest request) {
    PayOrder order = createOrFind(request);
    return order.request().equals(request)
        ? new Creation.Agreed(order)
        : new Creation.Conflicting(order);
  }

  // Most order numbers are new, so a check first would cost each of them a query.
  private PayOrder createOrFind(PayRequest request) {
    Instant now = clock.instant();
    PayNo payNo =
        PayNo.issue(
            now.atZone(clock.getZone()), randomness.digits(PayNo.RANDOM_DIGITS), request.orderNo());
    PayOrder order = PayOrder.create(payNo, request, now, now.plus(timeToPay));
    try {
      return transactions.single(() -> orders.add(order));
    } catch (DuplicateOrderNo taken) {
      return orders.find(request.orderNo()).orElseThrow(() -> taken);
    }
  }
}
