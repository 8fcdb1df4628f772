package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.outbox.operations.OperatorAuditEntry.Action;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.function.IntSupplier;

/** Requests that events are published again; consumers recognise them by their id and a mark. */
public final class ReplayEvents {
  /** Events per transaction: few, because the trimming of the log waits for each transaction. */
  static final int STEP = 500;

  /** Steps per call, so that a call ends in seconds; the next call continues. */
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
   * The result of a request.
   *
   * @param events how many events will be published again
   * @param goOnAfter where the next call for the same range must continue; 0 when all is done
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
   * Requests a range in steps; each step is a transaction of its own.
   *
   * @param goOnAfter 0 for the first call
   */
  public Replayed ofRange(ReplayRange range, long goOnAfter, OperatorReason reason) {
    long row = Math.max(goOnAfter, requests.rowBefore(range.from()));
    int events = 0;
    for (int steps = 0; steps < STEPS; steps++) {
      ReplayRequests.Progress step = step(range, row, reason);
      events += step.added();
      row = step.lastRow();
      if (step.end()) {
        return new Replayed(events, DONE);
      }
    }
    return new Replayed(events, row);
  }

  private ReplayRequests.Progress step(ReplayRange range, long afterRow, OperatorReason reason) {
    return transactions.call(
        () -> {
          ReplayRequests.Progress step = requests.add(range, afterRow, STEP);
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
