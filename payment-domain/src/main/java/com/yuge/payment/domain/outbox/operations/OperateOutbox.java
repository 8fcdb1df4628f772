package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.outbox.operations.OperatorAuditEntry.Action;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** Lets an operator change the outbox; each change records who made it and why. */
public final class OperateOutbox {
  private static final String ALL = "";

  private final OutboxControl control;
  private final OperatorAudit audit;
  private final Transactions transactions;
  private final Clock clock;

  public OperateOutbox(
      OutboxControl control, OperatorAudit audit, Transactions transactions, Clock clock) {
    this.control = control;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Stops publishing on every instance within a quarter of a lease. */
  public boolean pause(OperatorReason reason) {
    return change(Action.PAUSE, ALL, reason, () -> control.pause(true));
  }

  public boolean resume(OperatorReason reason) {
    return change(Action.RESUME, ALL, reason, () -> control.pause(false));
  }

  /** Retries the events of an aggregate, the refused one first. */
  public boolean unblock(AggregateKey key, OperatorReason reason) {
    return change(Action.UNBLOCK, key.value(), reason, () -> control.unblock(key));
  }

  /** Removes an event from publishing, unless it is being sent right now. */
  public boolean skip(EventId eventId, OperatorReason reason) {
    return change(Action.SKIP, eventId.value(), reason, () -> control.skip(eventId));
  }

  private boolean change(
      Action action, String subject, OperatorReason reason, BooleanSupplier change) {
    return transactions.call(
        () -> {
          boolean changed = change.getAsBoolean();
          if (changed) {
            audit.record(new OperatorAuditEntry(action, subject, 1, reason, clock.instant()));
          }
          return changed;
        });
  }
}
