package com.yuge.payment.in.job;

import java.time.Duration;

/** An operator's settings for a polling job. */
interface PollingSettings {
  /** Whether this instance runs the job. */
  boolean enabled();

  /** The pause between two searches for due items. */
  Duration scanInterval();

  /** The maximum number of items claimed at once. */
  int batchSize();

  /** The maximum number of items processed at once. */
  int workers();

  /** How long a claimed item is reserved for this instance, and how long a stop waits. */
  Duration hold();
}
