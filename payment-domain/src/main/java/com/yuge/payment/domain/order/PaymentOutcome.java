package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.Money;
import org.jspecify.annotations.Nullable;

/** What a channel's result did to a pay order. */
public sealed interface PaymentOutcome {
  /** One for each type, for a switch that the compiler completes. */
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

  /** The order as it stands afterwards. */
  PayOrder order();

  /** What others are told; then the order has a next version, and only then. */
  default @Nullable PayOrderEvent event() {
    return null;
  }

  /** The payment that is heard of for the first time. */
  default @Nullable PaidTrade received() {
    return null;
  }

  /**
   * Writes what the result says of a payment, under the order's row lock.
   *
   * @return false when the payment's trade belongs to another order; nothing was written
   */
  boolean writePayment(PaidTrades trades);

  /** What the audit calls it. */
  default String label() {
    return getClass().getSimpleName();
  }

  /** What the channel had said of the amount before, where it says otherwise now. */
  default @Nullable Money amountBefore() {
    return null;
  }

  /** The result decided an open order; one that failed has no payment. */
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
    public boolean writePayment(PaidTrades trades) {
      return trades.add(received);
    }
  }

  /** Money that is not this order's: another amount or currency, or a second trade. */
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

  /** A payment's amount was unknown, is known now, and contradicts nothing. */
  record AmountConfirmed(PayOrder order, PaidTrade before, PaidTrade payment)
      implements PaymentOutcome {
    @Override
    public Kind kind() {
      return Kind.AMOUNT_CONFIRMED;
    }

    @Override
    public boolean writePayment(PaidTrades trades) {
      trades.replaceAmount(before, payment);
      return true;
    }
  }

  /**
   * A payment turns out to be of another amount than it was taken for: than the order's, while the
   * channel had said none, or than the channel had said.
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

  /** A result after which nothing changes, and no repeat either: somebody may want to know. */
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
