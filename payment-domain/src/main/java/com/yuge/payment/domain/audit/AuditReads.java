package com.yuge.payment.domain.audit;

import java.time.Instant;

/** Reads the data that is audited; each call is bounded, and locks nothing. */
public interface AuditReads {
  /** Returns the number of a row that is older than this moment, and close to it. */
  long before(AuditWalk walk, Instant moment);

  /** Reads at most {@code limit} rows after this one, each with what belongs to it. */
  AuditChunk read(AuditWalk walk, AuditDay day, long after, int limit);
}
