package com.yuge.payment.domain.outbox;

import com.yuge.payment.domain.order.EventId;
import com.yuge.payment.domain.outbox.Intervention.Action;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** What an operator may do to the outbox; each change leaves a record of who did it and why. */
public final class OperateOutbox {
  private static final String ALL = "";

  private final OutboxSwitches switches;
  private final Interventions interventions;
  private final Transactions transactions;
  private final Clock clock;

  public OperateOutbox(
      OutboxSwitches switches,
      Interventions interventions,
      Transactions transactions,
      Clock clock) {
    this.switches = switches;
    this.interventions = interventions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Every instance stops publishing within a quarter of a lease. */
  public boolean pause(Warrant warrant) {
    return change(Action.PAUSE, ALL, warrant, () -> switches.pause(true));
  }

  public boolean resume(Warrant warrant) {
    return change(Action.RESUME, ALL, warrant, () -> switches.pause(false));
  }

  /** Its events are tried again, the refused one first. */
  public boolean unblock(PayNo payNo, Warrant warrant) {
    return change(Action.UNBLOCK, payNo.value(), warrant, () -> switches.unblock(payNo));
  }

  /** It is not published any more, unless it is on its way just now. */
  public boolean skip(EventId eventId, Warrant warrant) {
    return change(Action.SKIP, eventId.value(), warrant, () -> switches.skip(eventId));
  }

  private boolean change(Action action, String subject, Warrant warrant, BooleanSupplier change) {
    return transactions.call(
        () -> {
          boolean changed = change.getAsBoolean();
          if (changed) {
            interventions.record(new Intervention(action, subject, 1, warrant, clock.instant()));
          }
          return changed;
        });
  }
}
