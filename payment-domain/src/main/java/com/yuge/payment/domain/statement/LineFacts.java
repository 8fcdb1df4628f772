package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement, and the entries in our books for its numbers.
 *
 * @param repeated whether an earlier line, or a line of another statement, has the same subject
 * @param order the order with its payment number; null if we have none
 * @param payment the payment with its trade number; null if we have none
 * @param refund the refund with its refund number; null if we have none, or the line is not about a
 *     refund
 */
public record LineFacts(
    StatementLine line,
    boolean repeated,
    @Nullable BookedOrder order,
    @Nullable BookedPayment payment,
    @Nullable BookedRefund refund) {

  public record BookedOrder(PayStatus status, BigDecimal amount) {}

  /**
   * A payment that our books have.
   *
   * @param payNo the order that it paid, or for which the channel took it
   * @param amount null while the channel has not reported it
   */
  public record BookedPayment(String payNo, @Nullable BigDecimal amount) {}

  /**
   * A refund that our books have.
   *
   * @param accepted whether the channel is known to have accepted it
   * @param done whether the channel is known to have made it, perhaps after it had failed
   */
  public record BookedRefund(
      String payNo,
      String tradeNo,
      BigDecimal amount,
      RefundStatus status,
      boolean accepted,
      boolean done) {}
}
