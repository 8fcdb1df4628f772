package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment with its order and the sums over its refunds.
 *
 * @param amount null while the channel has not reported it
 * @param state null if it needs no person
 * @param order its order's status; null if it has no order
 * @param isNamed whether the order names this trade as the one that decided it
 * @param money the refund totals that are stored with the payment, and the sums of its refunds
 */
public record AuditedTrade(
    String channel,
    String tradeNo,
    String payNo,
    Kind kind,
    @Nullable BigDecimal amount,
    @Nullable State state,
    @Nullable PayStatus order,
    boolean isNamed,
    Refunds money)
    implements AuditFact {

  /**
   * The refunds of a payment.
   *
   * @param storedHeld the sum in the payment's row of the refunds that its money must pay for
   * @param storedDone the sum in the payment's row of the refunds that the channel has made
   * @param held the sum of the refunds that its money must pay for
   * @param done the sum of the refunds that the channel has made
   * @param asked the sum of the refunds that have not failed; at most the payment's amount
   */
  public record Refunds(
      BigDecimal storedHeld,
      BigDecimal storedDone,
      BigDecimal held,
      BigDecimal done,
      BigDecimal asked) {
    private boolean agree() {
      return storedHeld.compareTo(held) == 0 && storedDone.compareTo(done) == 0;
    }
  }

  @Override
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    if (!hasItsOrder()) {
      found.add(
          finding(
              AuditRule.TRADE_WITHOUT_ITS_ORDER,
              kind + " of " + payNo + ", which is " + (order == null ? "not there" : order)));
    }
    if (!isListed()) {
      found.add(finding(AuditRule.UNAPPLIED_MONEY_NOT_LISTED, kind + " of " + payNo));
    }
    if (!money.agree()) {
      found.add(
          finding(
              AuditRule.REFUND_SUMS_DIFFER,
              "held %s and refunded %s, but the refunds sum to %s and %s"
                  .formatted(money.storedHeld(), money.storedDone(), money.held(), money.done())));
    }
    // A refund that the channel made after its refusal may exceed the payment.
    if (money.asked().compareTo(amount == null ? BigDecimal.ZERO : amount) > 0) {
      found.add(
          finding(
              AuditRule.REFUNDS_EXCEED_TRADE,
              "took " + amount + ", its refunds sum to " + money.asked()));
    }
    return found;
  }

  /** Whether operators find the payment in the list of unapplied money, or need not find it. */
  boolean isListed() {
    return kind == Kind.SETTLED || state != null;
  }

  private boolean hasItsOrder() {
    return order != null && (kind != Kind.SETTLED || (order == PayStatus.SUCCESS && isNamed));
  }

  private Finding finding(AuditRule rule, String detail) {
    return new Finding(rule, channel + " " + tradeNo, detail);
  }
}
