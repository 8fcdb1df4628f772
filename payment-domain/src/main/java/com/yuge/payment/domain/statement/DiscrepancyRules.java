package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.statement.DiscrepancyType.DUPLICATE_LINE;
import static com.yuge.payment.domain.statement.DiscrepancyType.FEE;
import static com.yuge.payment.domain.statement.DiscrepancyType.OVER_CASH;
import static com.yuge.payment.domain.statement.DiscrepancyType.OVER_STATUS;
import static com.yuge.payment.domain.statement.DiscrepancyType.PLATFORM_MISS;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_CASH;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_STATUS;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_UNKNOWN;
import static com.yuge.payment.domain.statement.DiscrepancyType.SHORT_CASH;
import static com.yuge.payment.domain.statement.DiscrepancyType.SHORT_STATUS;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.statement.LineFacts.BookedOrder;
import com.yuge.payment.domain.statement.LineFacts.BookedPayment;
import com.yuge.payment.domain.statement.LineFacts.BookedRefund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differences between a line and our books.
 *
 * @param feeRate the part of a payment that the channel takes; null if fees are not checked
 */
record DiscrepancyRules(@Nullable BigDecimal feeRate) {
  /** Channels round each fee in their own way. */
  private static final BigDecimal FEE_TOLERANCE = new BigDecimal("0.01");

  private static final String NOTHING = "nothing";

  List<Difference> of(LineFacts facts) {
    StatementLine line = facts.line();
    List<Difference> found = new ArrayList<>();
    if (facts.repeated()) {
      found.add(found(line, DUPLICATE_LINE, "another line", "line " + line.number()));
    }
    if (line.isRefund()) {
      refund(line, facts.refund(), found);
    } else {
      payment(line, facts.order(), facts.payment(), found);
    }
    fee(line, found);
    return found;
  }

  private static void payment(
      StatementLine line,
      @Nullable BookedOrder order,
      @Nullable BookedPayment payment,
      List<Difference> found) {
    if (order == null) {
      found.add(found(line, PLATFORM_MISS, NOTHING, amount(line)));
    } else if (payment == null || !payment.payNo().equals(line.outTradeNo())) {
      if (!line.revoked()) {
        found.add(found(line, SHORT_STATUS, order.status().name(), amount(line)));
      }
    } else if (line.revoked()) {
      found.add(found(line, OVER_STATUS, order.status().name(), "REVOKED"));
    } else {
      BigDecimal ours = payment.amount() == null ? order.amount() : payment.amount();
      int compared = ours.compareTo(line.amount());
      if (compared != 0) {
        DiscrepancyType type = compared < 0 ? SHORT_CASH : OVER_CASH;
        found.add(found(line, type, ours.toPlainString(), amount(line)));
      }
    }
  }

  // Channels list a refund when they accept it, so the refund's outcome is not compared.
  private static void refund(
      StatementLine line, @Nullable BookedRefund refund, List<Difference> found) {
    if (refund == null
        || !refund.payNo().equals(line.outTradeNo())
        || !refund.tradeNo().equals(line.tradeNo())) {
      found.add(
          found(
              line,
              REFUND_UNKNOWN,
              refund == null ? NOTHING : "a refund of " + refund.tradeNo(),
              amount(line)));
      return;
    }
    if (refund.amount().compareTo(line.amount()) != 0) {
      found.add(found(line, REFUND_CASH, refund.amount().toPlainString(), amount(line)));
    }
    boolean failed = refund.status() == RefundStatus.FAILED;
    boolean unheard = refund.status() == RefundStatus.REFUNDING && !refund.accepted();
    if (!refund.done() && (failed || unheard)) {
      found.add(found(line, REFUND_STATUS, refund.status().name(), "ACCEPTED"));
    }
  }

  private void fee(StatementLine line, List<Difference> found) {
    if (feeRate == null || line.revoked()) {
      return;
    }
    BigDecimal agreed = line.feeBase().multiply(feeRate).setScale(2, RoundingMode.HALF_UP);
    BigDecimal expected = line.isRefund() ? agreed.negate() : agreed;
    if (expected.subtract(line.fee()).abs().compareTo(FEE_TOLERANCE) > 0) {
      found.add(found(line, FEE, expected.toPlainString(), line.fee().toPlainString()));
    }
  }

  private static String amount(StatementLine line) {
    return line.amount().toPlainString();
  }

  private static Difference found(
      StatementLine line, DiscrepancyType type, String ours, String theirs) {
    return new Difference(
        type, line.subject(), line.number(), line.outTradeNo(), line.outRefundNo(), ours, theirs);
  }
}
