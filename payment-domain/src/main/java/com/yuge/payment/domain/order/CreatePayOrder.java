package com.yuge.payment.domain.order;

import com.yuge.payment.domain.limit.CountAgainstLimits;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Randomness;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Creates the one pay order of an order number; a repeat returns the same order. */
public final class CreatePayOrder {
  private final PayOrders orders;
  private final CountAgainstLimits limits;
  private final Transactions transactions;
  private final Randomness randomness;
  private final Clock clock;
  private final Duration timeToPay;

  /** The clock's zone determines the date inside the pay number. */
  public CreatePayOrder(
      OrderPorts ports,
      Transactions transactions,
      Randomness randomness,
      Clock clock,
      Duration timeToPay) {
    this.orders = ports.orders();
    this.limits = new CountAgainstLimits(ports.limits(), clock.getZone());
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
      CONFLICTING,
      OVER_LIMIT
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

    /** The order number is in use with another amount, channel, subject, merchant or user. */
    record Conflicting(PayOrder order) implements Creation {
      @Override
      public Kind kind() {
        return Kind.CONFLICTING;
      }
    }

    /**
     * One payment may not be that large.
     *
     * @param order the order that was not created
     */
    record OverLimit(PayOrder order, LimitScope scope) implements Creation {
      @Override
      public Kind kind() {
        return Kind.OVER_LIMIT;
      }
    }
  }

  public Creation handle(PayRequest request) {
    return limits
        .forbidden(request.parties(), request.amount())
        .map(scope -> onlyFind(request, scope))
        .orElseGet(() -> decide(createOrFind(request), request));
  }

  // An order that exists was created under another limit, and its repeat gets the same answer.
  private Creation onlyFind(PayRequest request, LimitScope scope) {
    return orders
        .find(request.orderNo())
        .map(order -> decide(order, request))
        .orElseGet(() -> new Creation.OverLimit(draft(request), scope));
  }

  private static Creation decide(PayOrder order, PayRequest request) {
    return order.request().equals(request)
        ? new Creation.Agreed(order)
        : new Creation.Conflicting(order);
  }

  // Most order numbers are new, so a check first would cost each of them a query.
  private PayOrder createOrFind(PayRequest request) {
    PayOrder order = draft(request);
    try {
      return transactions.single(() -> orders.add(order));
    } catch (DuplicateOrderNo taken) {
      return orders.find(request.orderNo()).orElseThrow(() -> taken);
    }
  }

  private PayOrder draft(PayRequest request) {
    Instant now = clock.instant();
    PayNo payNo =
        PayNo.issue(
            now.atZone(clock.getZone()), randomness.digits(PayNo.RANDOM_DIGITS), request.orderNo());
    return PayOrder.create(payNo, request, now, now.plus(timeToPay));
  }
}
