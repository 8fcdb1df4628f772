package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.shared.Money;
import org.jspecify.annotations.Nullable;

/** The effect of a channel's result on a pay order. */
public sealed interface PaymentOutcome {
  /** One constant for each type, so that the compiler checks that a switch is complete. */
  enum Kind {
    APPLIED,
    LATE_SUCCESS,
    MISMATCH,
    CLAIM,
    AMOUNT_CONFIRMED,
    AMOUNT_DIFFERED,
    DUPLICATE,
    IGNORED
  }

  Kind kind();

  /** The order after the result. */
  PayOrder order();

  /** The event to publish; present exactly when the order has a next version. */
  default @Nullable PayOrderEvent event() {
    return null;
  }

  /** The payment that is reported for the first time. */
  default @Nullable PaidTrade received() {
    return null;
  }

  /**
   * Money that came after the order had ended unpaid, as soon as its amount is known and equals the
   * order's.
   */
  default @Nullable PaidTrade lateMoney() {
    return null;
  }

  /**
   * Writes the payment data of the result, under the order's row lock.
   *
   * @return false when the payment's trade already belongs to an order; nothing was written
   */
  boolean writePayment(PaidTrades trades);

  /** The outcome's name in the audit. */
  default String label() {
    return getClass().getSimpleName();
  }

  /** The amount that the channel reported before; null unless it reports another one now. */
  default @Nullable Money amountBefore() {
    return null;
  }

  /** The result decided an open order; a failure has no payment. */
  record Applied(PayOrder order, PayOrderEvent event, @Nullable PaidTrade received)
      implements PaymentOutcome {
    @Override
    public Kind kind() {
      return Kind.APPLIED;
    }

    @Override
    public boolean writePayment(PaidTrades trades) {
      return received == null || trades.add(received);
    }
  }

  /** Money came for an order that had ended unpaid. */
  record LateSuccess(PayOrder order, PayOrderEvent event, PaidTrade received)
      implements PaymentOutcome {
    @Override
    public Kind kind() {
      return Kind.LATE_SUCCESS;
    }

    @Override
    public @Nullable PaidTrade lateMoney() {
      return received.amount() == null ? null : received;
    }

    @Override
    public boolean writePayment(PaidTrades trades) {
      return trades.add(received);
    }
  }

  /** Money that is not applied to this order: another amount or currency, or a second trade. */
  record Mismatch(PayOrder order, PayOrderEvent event, PaidTrade received)
      implements PaymentOutcome {
    @Override
    public Kind kind() {
      return Kind.MISMATCH;
    }

    @Override
    public boolean writePayment(PaidTrades trades) {
      return trades.add(received);
    }

    @Override
    public String label() {
      return "Mismatch " + received.kind();
    }
  }

  /** The result names a trade that belongs to another order. */
  record Claim(PayOrder order, PayOrderEvent event, TradeClaim claim) implements PaymentOutcome {
    @Override
    public Kind kind() {
      return Kind.CLAIM;
    }

    @Override
    public boolean writePayment(PaidTrades trades) {
      trades.addClaim(claim);
      return true;
    }
  }

  /** The amount of a payment was unknown; it is known now and contradicts nothing. */
  record AmountConfirmed(PayOrder order, PaidTrade before, PaidTrade payment)
      implements PaymentOutcome {
    @Override
    public Kind kind() {
      return Kind.AMOUNT_CONFIRMED;
    }

    @Override
    public @Nullable PaidTrade lateMoney() {
      boolean waits = payment.kind() == PaidTrade.Kind.LATE && payment.state() == State.OPEN;
      return waits ? payment : null;
    }

    @Override
    public boolean writePayment(PaidTrades trades) {
      trades.replaceAmount(before, payment);
      return true;
    }
  }

  /**
   * The amount of a payment differs from the amount that the channel reported before. If the
   * channel had reported none, it differs from the order's amount.
   */
  record AmountDiffered(PayOrder order, PayOrderEvent event, PaidTrade before, PaidTrade payment)
      implements PaymentOutcome {
    @Override
    public Kind kind() {
      return Kind.AMOUNT_DIFFERED;
    }

    @Override
    public boolean writePayment(PaidTrades trades) {
      trades.replaceAmount(before, payment);
      return true;
    }

    @Override
    public @Nullable Money amountBefore() {
      return before.amount();
    }
  }

  /** The same result about the same trade again. */
  record Duplicate(PayOrder order) implements PaymentOutcome {
    @Override
    public Kind kind() {
      return Kind.DUPLICATE;
    }

    @Override
    public boolean writePayment(PaidTrades trades) {
      return true;
    }
  }

  /** A result that changes nothing and is not a repeat; a person may want to know. */
  record Ignored(PayOrder order) implements PaymentOutcome {
    @Override
    public Kind kind() {
      return Kind.IGNORED;
    }

    @Override
    public boolean writePayment(PaidTrades trades) {
      return true;
    }
  }
}
