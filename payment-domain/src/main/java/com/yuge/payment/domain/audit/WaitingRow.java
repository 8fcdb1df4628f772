package com.yuge.payment.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An event that waits for the broker.
 *
 * @param since when it was appended
 * @param now when it was read
 */
public record WaitingRow(String eventId, int partition, Instant since, Instant now)
    implements AuditFact {
  private static final Duration LONGEST = Duration.ofHours(1);

  @Override
  public List<Finding> findings() {
    return now.isBefore(since.plus(LONGEST))
        ? List.of()
        : List.of(
            new Finding(
                AuditRule.EVENT_PENDING_TOO_LONG,
                eventId,
                "waits in partition " + partition + " since " + since));
  }
}
