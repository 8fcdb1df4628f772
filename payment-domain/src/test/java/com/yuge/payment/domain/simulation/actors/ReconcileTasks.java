package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.reconcile.CheckBackoff;
import com.yuge.payment.domain.reconcile.CheckResult;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.simulation.kernel.Host;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs one instance's real reconciler: a task for each scan and each check. */
final class ReconcileTasks {
  static final Duration FIRST_CHECK = Duration.ofMinutes(5);
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
  static final Duration HOLD = Duration.ofMinutes(2);
  private static final Duration SCAN_INTERVAL = Duration.ofMinutes(1);
  private static final int BATCH = 2;

  private final Surroundings surroundings;
  private final Host host;
  private final ClaimDueOrders claim;
  private final ReconcilePayOrder reconcile;
  private final Committed committed;
  private boolean dozing = true;

  ReconcileTasks(
      Surroundings surroundings,
      Host host,
      ClaimDueOrders claim,
      ReconcilePayOrder reconcile,
      Committed committed) {
    this.surroundings = surroundings;
    this.host = host;
    this.claim = claim;
    this.reconcile = reconcile;
    this.committed = committed;
  }

  static CheckBackoff backoff(Surroundings surroundings) {
    return new CheckBackoff(FIRST_CHECK, LONGEST_PAUSE, surroundings.chance()::fraction);
  }

  // A scan before anything is due finds nothing, so it is left out: the next one is planned for a
  // moment within the interval after something gets due.
  void wake() {
    Optional<Instant> due = dozing && host.isAlive() ? committed.nextCheck() : Optional.empty();
    due.ifPresent(
        check -> {
          dozing = false;
          Duration wait = Duration.between(surroundings.clock(Duration.ZERO).instant(), check);
          Duration delay = wait.isNegative() ? Duration.ZERO : wait;
          scheduler().after(delay.plus(surroundings.upTo(SCAN_INTERVAL)), this::begin);
        });
  }

  private void begin() {
    if (host.isAlive()) {
      scheduler().start(host + "/scan", host, this::scan);
    }
  }

  private void scan() {
    try {
      for (PayNo payNo : claim.handle(BATCH)) {
        scheduler().start(host + "/check", host, () -> check(payNo));
      }
    } catch (StoreUnavailable e) {
      scheduler().note(host + "/scan", e::getMessage);
    }
    dozing = true;
    wake();
  }

  private void check(PayNo payNo) {
    try {
      CheckResult check = reconcile.handle(payNo);
      scheduler().note(host + "/check", () -> payNo + " is " + check);
    } catch (StoreUnavailable e) {
      scheduler().note(host + "/check", e::getMessage);
    }
  }

  private Scheduler scheduler() {
    return surroundings.scheduler();
  }
}
