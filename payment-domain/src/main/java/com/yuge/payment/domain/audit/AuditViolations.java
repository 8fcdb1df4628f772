package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What audits have found. */
public interface AuditViolations {
  /**
   * Adds new findings. A finding that was recorded before keeps its number and is marked as seen
   * again; if its detail has changed, it is opened again.
   *
   * @param day the day whose audit found them
   */
  void record(List<Finding> findings, LocalDate day, Instant now);

  /**
   * Returns those in this state, oldest first.
   *
   * @param after the last id of the page before, 0 for the first page
   */
  List<Violation> list(Violation.State state, long after, int limit);

  Optional<Violation> find(long id);

  /** Resolves an open one; returns false if it is not open. */
  boolean resolve(long id, OperatorReason reason, Instant now);

  /**
   * Counts the open ones of each rule.
   *
   * @param limit the highest sum of the counts
   */
  Map<AuditRule, Integer> countOpen(int limit);
}
