package com.yuge.payment.domain;

import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.reconcile.LookPace;
import com.yuge.payment.domain.shared.Subject;
import java.time.Duration;

/**
 * What an operator decides for the use cases.
 *
 * @param timeToPay how long a payer has
 * @param subject what the payer reads where the order names nothing
 * @param overdueAfter how long past its expiry an order that is still PAYING is overdue
 * @param looks when channels are asked
 */
public record PaymentSettings(
    Duration timeToPay, Subject subject, Duration overdueAfter, Looks looks) {

  /**
   * When channels are asked.
   *
   * @param pace of the looks at an open order; its shortest pause is also how long a channel has to
   *     tell of a payment before it is asked
   * @param hold how long an order that is taken for a look is nobody else's
   * @param afterEnd when a channel is asked about an order that has ended
   */
  public record Looks(LookPace pace, Duration hold, AfterEndChecks afterEnd) {}
}
