package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.statement.StatementMatched;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event with the stored rows that it is about.
 *
 * @param version the version of its order that it reports
 * @param order null if it does not exist
 * @param trade the payment that it names; null if it names none, or the payment does not exist
 * @param isClaimed whether the trade that it names is claimed for its order
 * @param refund the refund that it names; null if it names none, or the refund does not exist
 */
public record AuditedEvent(
    String eventId,
    String tag,
    int version,
    @Nullable Order order,
    @Nullable AuditedTrade trade,
    boolean isClaimed,
    @Nullable Refund refund)
    implements AuditFact {

  /** The order of an event. */
  public record Order(String payNo, PayStatus status, int version) {}

  /** The refund of an event. */
  public record Refund(RefundStatus status, boolean isLate) {}

  @Override
  public List<Finding> findings() {
    if (StatementMatched.TAGS.contains(tag)) {
      return List.of(); // It is about a file, not an order.
    }
    List<Finding> found = new ArrayList<>();
    if (order == null || version > order.version()) {
      found.add(untold(order == null ? "its order is not there" : "its order is at " + order));
    } else {
      judge(order, found);
    }
    if (trade != null) {
      found.addAll(trade.findings());
    }
    return found;
  }

  private void judge(Order of, List<Finding> found) {
    if (RefundEvent.TAGS.contains(tag)) {
      if (!tells(RefundEvent.Type.valueOf(tag))) {
        found.add(untold("its refund is " + (refund == null ? "not there" : refund)));
      }
    } else if (PayOrderEvent.TAGS.contains(tag)) {
      judge(PayOrderEvent.Type.valueOf(tag), of, found);
    }
  }

  private boolean tells(RefundEvent.Type type) {
    return refund != null
        && switch (type) {
          case REFUND_SUCCEEDED -> refund.status() == RefundStatus.SUCCESS;
          case REFUND_FAILED -> refund.status() == RefundStatus.FAILED;
          case REFUND_LATE_SUCCEEDED -> refund.status() == RefundStatus.FAILED && refund.isLate();
        };
  }

  private void judge(PayOrderEvent.Type type, Order of, List<Finding> found) {
    switch (type) {
      case PAYMENT_SUCCEEDED -> require(PayStatus.SUCCESS, of, found);
      case PAYMENT_FAILED -> require(PayStatus.FAILED, of, found);
      case PAYMENT_CLOSED -> require(PayStatus.CLOSED, of, found);
      case PAYMENT_LATE_SUCCEEDED -> requireListed(has(of) && isOf(Kind.LATE), found);
      case PAYMENT_MISMATCHED -> requireListed(isClaimed || has(of), found);
      case PAYMENT_AMOUNT_DIFFERED -> requireListed(has(of), found);
    }
  }

  private void require(PayStatus status, Order of, List<Finding> found) {
    if (of.status() != status) {
      found.add(untold("its order is " + of.status()));
    }
  }

  private boolean has(Order of) {
    return trade != null && trade.payNo().equals(of.payNo());
  }

  private boolean isOf(Kind kind) {
    return trade != null && trade.kind() == kind;
  }

  private void requireListed(boolean listed, List<Finding> found) {
    if (!listed) {
      found.add(
          new Finding(
              AuditRule.UNAPPLIED_MONEY_NOT_LISTED, eventId, tag + " of money that is not there"));
    }
  }

  private Finding untold(String why) {
    return new Finding(AuditRule.EVENT_WITHOUT_ITS_CHANGE, eventId, tag + ", but " + why);
  }
}
