package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.order.PayStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * An order with its payment and its events.
 *
 * @param hasItsTrade whether the payment that the row names exists and settled this order
 * @param eventsKept whether the order ended so late that none of its events has been trimmed
 * @param succeeded the number of its PAYMENT_SUCCEEDED events
 */
public record AuditedOrder(
    String payNo, PayStatus status, boolean hasItsTrade, boolean eventsKept, int succeeded)
    implements AuditFact {
  @Override
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    if (status == PayStatus.SUCCESS && !hasItsTrade) {
      found.add(
          new Finding(
              AuditRule.PAID_WITHOUT_ITS_TRADE, payNo, "SUCCESS, and its payment is not there"));
    }
    if (status == PayStatus.SUCCESS && eventsKept && succeeded != 1) {
      found.add(
          new Finding(
              AuditRule.PAID_WITHOUT_ONE_EVENT,
              payNo,
              "SUCCESS, with " + succeeded + " events PAYMENT_SUCCEEDED"));
    }
    return found;
  }
}
