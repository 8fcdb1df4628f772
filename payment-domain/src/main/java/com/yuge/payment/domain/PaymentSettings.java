package com.yuge.payment.domain;

import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.reconcile.CheckBackoff;
import com.yuge.payment.domain.refund.LateRefunds;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.shared.Subject;
import java.time.Duration;

/**
 * Settings of the use cases that an operator chooses.
 *
 * @param slots the slots whose orders this service has
 * @param timeToPay how long a payer has
 * @param subject the text that the payer sees if the order has no subject
 * @param overdueAfter how long after its expiry a PAYING order counts as overdue
 * @param checks when channels are queried
 * @param late whether late money goes back by itself
 */
public record PaymentSettings(
    Slots slots,
    Duration timeToPay,
    Subject subject,
    Duration overdueAfter,
    Checks checks,
    LateRefunds late) {

  /**
   * When channels are queried.
   *
   * @param backoff the pauses between the checks of an open order; the shortest pause is also how
   *     long a channel has to report a payment before the first query
   * @param hold how long a claimed order is reserved for one instance
   * @param afterEnd when the channel of an ended order is queried
   */
  public record Checks(CheckBackoff backoff, Duration hold, AfterEndChecks afterEnd) {}
}
