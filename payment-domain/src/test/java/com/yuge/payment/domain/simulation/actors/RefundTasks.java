package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.refund.ClaimDueRefunds;
import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.simulation.kernel.Host;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Runs one instance's real refund job: a task for each scan and each call to the channel. */
final class RefundTasks {
  static final Duration HOLD = Duration.ofMinutes(2);
  private static final Duration SCAN_INTERVAL = Duration.ofSeconds(5);
  private static final int BATCH = 2;

  private final Surroundings surroundings;
  private final Host host;
  private final ClaimDueRefunds claim;
  private final Function<DueRefund, RefundOutcome> process;
  private final Committed committed;
  private boolean dozing = true;

  RefundTasks(
      Surroundings surroundings,
      Host host,
      ClaimDueRefunds claim,
      Function<DueRefund, RefundOutcome> process,
      Committed committed) {
    this.surroundings = surroundings;
    this.host = host;
    this.claim = claim;
    this.process = process;
    this.committed = committed;
  }

  // As the reconciler's scans: one that finds nothing is left out.
  void wake() {
    Optional<Instant> due =
        dozing && host.isAlive() ? committed.nextRefundCall() : Optional.empty();
    due.ifPresent(
        call -> {
          dozing = false;
          Duration wait = Duration.between(surroundings.clock(Duration.ZERO).instant(), call);
          Duration delay = wait.isNegative() ? Duration.ZERO : wait;
          scheduler().after(delay.plus(surroundings.upTo(SCAN_INTERVAL)), this::begin);
        });
  }

  private void begin() {
    if (host.isAlive()) {
      scheduler().start(host + "/refunds", host, this::scan);
    }
  }

  private void scan() {
    try {
      for (DueRefund due : claim.handle(BATCH)) {
        scheduler().start(host + "/refund", host, () -> call(due));
      }
    } catch (StoreUnavailable e) {
      scheduler().note(host + "/refunds", e::getMessage);
    }
    dozing = true;
    wake();
  }

  private void call(DueRefund due) {
    try {
      RefundOutcome outcome = process.apply(due);
      scheduler().note(host + "/refund", () -> "=> " + Told.of(outcome));
    } catch (StoreUnavailable e) {
      scheduler().note(host + "/refund", e::getMessage);
    }
  }

  private Scheduler scheduler() {
    return surroundings.scheduler();
  }
}
