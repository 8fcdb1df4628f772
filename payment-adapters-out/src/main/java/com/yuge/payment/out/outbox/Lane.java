package com.yuge.payment.out.outbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One partition as the relay's thread sees it: at most one batch of it is on its way at a time. */
final class Lane {
  private final int partition;
  private @Nullable Lease lease;
  private boolean wanted = true;
  private boolean busy;
  private int failures;
  private long pausedUntil;

  Lane(int partition) {
    this.partition = partition;
  }

  int partition() {
    return partition;
  }

  boolean isBusy() {
    return busy;
  }

  int failures() {
    return failures;
  }

  Optional<Lease> lease() {
    return Optional.ofNullable(lease);
  }

  /** Takes the lease as the store has it; a new epoch means that others may have written since. */
  void hold(@Nullable Lease held) {
    wanted |= held != null && !held.equals(lease);
    lease = held;
  }

  /** Something may be waiting. */
  void want() {
    wanted = true;
  }

  boolean isReady(long now) {
    return lease != null && wanted && !busy && pausedUntil - now <= 0;
  }

  /** Nanoseconds until the pause ends that keeps wanted events back; 0 where none does. */
  long pauseLeft(long now) {
    return lease != null && wanted && !busy ? Math.max(0, pausedUntil - now) : 0;
  }

  /** Its head was read: what comes later will be signalled or polled for. */
  void read() {
    wanted = false;
  }

  void sent() {
    busy = true;
  }

  /** A batch as long as allowed may have left some behind. */
  void published(boolean full) {
    busy = false;
    failures = 0;
    wanted |= full;
  }

  void troubled(long now, Backoff backoff) {
    busy = false;
    wanted = true;
    failures++;
    pausedUntil = now + backoff.after(failures).toNanos();
  }

  void fenced() {
    busy = false;
    lease = null;
  }
}
