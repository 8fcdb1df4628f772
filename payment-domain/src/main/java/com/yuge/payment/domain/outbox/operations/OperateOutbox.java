package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.outbox.operations.OperatorAuditEntry.Action;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** What an operator may do to the outbox; each change leaves a record of who did it and why. */
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

  /** Every instance stops publishing within a quarter of a lease. */
  public boolean pause(OperatorReason reason) {
    return change(Action.PAUSE, ALL, reason, () -> control.pause(true));
  }

  public boolean resume(OperatorReason reason) {
    return change(Action.RESUME, ALL, reason, () -> control.pause(false));
  }

  /** Its events are tried again, the refused one first. */
  public boolean unblock(AggregateKey key, OperatorReason reason) {
    return change(Action.UNBLOCK, key.value(), reason, () -> control.unblock(key));
  }

  /** It is not published any more, unless it is on its way just now. */
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
