package com.yuge.payment.domain.audit;

import java.time.Duration;
import java.util.Optional;

/** The one row that says how far the audit is, and when it is due next; instances share it. */
public interface AuditRuns {
  /** Returns the progress. */
  AuditProgress find();

  /** Returns the progress if it is due; no other instance gets it during the hold. */
  Optional<AuditProgress> claim(Duration hold);

  /**
   * Writes the next version, due after this time.
   *
   * @return false if another instance has written meanwhile; nothing is written then
   */
  boolean advance(AuditProgress next, Duration due);
}
