package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.shared.Excerpt;

/**
 * A broken rule. A rule and a subject identify a finding, however often an audit finds it.
 *
 * @param subject what breaks the rule: an order, a trade, an event
 * @param detail the data that was read; the same data gives the same detail
 */
public record Finding(AuditRule rule, String subject, String detail) {
  private static final int LONGEST_SUBJECT = 128;
  private static final int LONGEST_DETAIL = 512;

  public Finding {
    subject = Excerpt.of(subject, LONGEST_SUBJECT);
    detail = Excerpt.of(detail, LONGEST_DETAIL);
  }
}
