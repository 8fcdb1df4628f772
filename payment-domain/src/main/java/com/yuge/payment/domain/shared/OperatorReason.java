package com.yuge.payment.domain.shared;

/** The operator who changes something by hand, and the reason. */
public record OperatorReason(String by, String reason) {
  public static final Grammar BY = Grammar.of("by", "operator", "[A-Za-z0-9._@-]{1,64}");
  public static final Grammar REASON =
      Grammar.of("reason", "reason", "(?=.*\\S)[^\\p{Cntrl}\\p{Cs}]{1,256}");

  public OperatorReason {
    BY.check(by);
    REASON.check(reason);
  }

  /** One line for the audit or the log: line breaks and control characters become spaces. */
  public String text() {
    return "by " + by + ": " + reason.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
  }
}
