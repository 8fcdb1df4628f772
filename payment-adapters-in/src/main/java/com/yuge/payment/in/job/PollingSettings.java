package com.yuge.payment.in.job;

import java.time.Duration;

/** What an operator decides for a polling job. */
interface PollingSettings {
  /** Whether this instance runs the job. */
  boolean enabled();

  /** Pause between two searches for due items. */
  Duration scanInterval();

  /** Items claimed at once, at most. */
  int batchSize();

  /** Items worked on at once, at most. */
  int workers();

  /** How long a claimed item is nobody else's, and how long a stop waits. */
  Duration hold();
}
