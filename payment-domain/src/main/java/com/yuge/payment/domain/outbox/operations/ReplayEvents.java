package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.outbox.operations.OperatorAuditEntry.Action;
import com.yuge.payment.domain.outbox.operations.ReplayRequests.Step;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.function.IntSupplier;

/** Has events published again; consumers know them by their id, and by a mark. */
public final class ReplayEvents {
  /** Short transactions: the log's trimming waits for no more than this. */
  static final int STEP = 500;

  /** What one call looks at, so that it ends in seconds; another one goes on. */
  static final int STEPS = 200;

  private static final long DONE = 0;

  private final ReplayRequests requests;
  private final OperatorAudit audit;
  private final Transactions transactions;
  private final Clock clock;

  public ReplayEvents(
      ReplayRequests requests, OperatorAudit audit, Transactions transactions, Clock clock) {
    this.requests = requests;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What became of a request.
   *
   * @param events how many are to be published again
   * @param goOnAfter where the next call for the same range has to go on; 0 when all is done
   */
  public record Replayed(int events, long goOnAfter) {}

  public Replayed ofAggregate(AggregateKey key, OperatorReason reason) {
    return all(key.value(), reason, () -> requests.add(key));
  }

  public Replayed ofEvent(EventId eventId, OperatorReason reason) {
    return all(eventId.value(), reason, () -> requests.add(eventId));
  }

  private Replayed all(String subject, OperatorReason reason, IntSupplier request) {
    return transactions.call(
        () -> {
          int events = request.getAsInt();
          record(subject, events, reason);
          return new Replayed(events, DONE);
        });
  }

  /**
   * In steps of their own transactions.
   *
   * @param goOnAfter 0 to begin with
   */
  public Replayed ofRange(ReplayRange range, long goOnAfter, OperatorReason reason) {
    long row = Math.max(goOnAfter, requests.rowBefore(range.from()));
    int events = 0;
    for (int steps = 0; steps < STEPS; steps++) {
      Step step = step(range, row, reason);
      events += step.added();
      row = step.lastRow();
      if (step.end()) {
        return new Replayed(events, DONE);
      }
    }
    return new Replayed(events, row);
  }

  private Step step(ReplayRange range, long afterRow, OperatorReason reason) {
    return transactions.call(
        () -> {
          Step step = requests.add(range, afterRow, STEP);
          if (step.added() > 0) {
            record(range.toString(), step.added(), reason);
          }
          return step;
        });
  }

  private void record(String subject, int events, OperatorReason reason) {
    audit.record(new OperatorAuditEntry(Action.REPLAY, subject, events, reason, clock.instant()));
  }
}
