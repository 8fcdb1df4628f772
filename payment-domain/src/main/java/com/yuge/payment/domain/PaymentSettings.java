package com.yuge.payment.domain;

import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.reconcile.CheckBackoff;
import com.yuge.payment.domain.shared.Subject;
import java.time.Duration;

/**
 * What an operator decides for the use cases.
 *
 * @param timeToPay how long a payer has
 * @param subject what the payer reads where the order names nothing
 * @param overdueAfter how long past its expiry an order that is still PAYING is overdue
 * @param checks when channels are asked
 */
public record PaymentSettings(
    Duration timeToPay, Subject subject, Duration overdueAfter, Checks checks) {

  /**
   * When channels are asked.
   *
   * @param backoff of the checks of an open order; its shortest pause is also how long a channel
   *     has to tell of a payment before it is asked
   * @param hold how long an order that is taken for a check is nobody else's
   * @param afterEnd when a channel is asked about an order that has ended
   */
  public record Checks(CheckBackoff backoff, Duration hold, AfterEndChecks afterEnd) {}
}
