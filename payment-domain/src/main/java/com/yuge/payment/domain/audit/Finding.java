package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.shared.Excerpt;

/**
 * A broken rule. A rule and a subject name one finding, however often it is found.
 *
 * @param subject what breaks the rule: an order, a trade, an event
 * @param detail what was read; it does not change while the data stays the same
 */
public record Finding(AuditRule rule, String subject, String detail) {
  private static final int LONGEST_SUBJECT = 128;
  private static final int LONGEST_DETAIL = 512;

  public Finding {
    subject = Excerpt.of(subject, LONGEST_SUBJECT);
    detail = Excerpt.of(detail, LONGEST_DETAIL);
  }
}
