package com.yuge.payment.out.outbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One partition as the relay's thread sees it: at most one batch of it is on its way at a time.
 * Times are nanoseconds on this JVM's monotonic clock.
 */
final class Lane {
  private final int partition;
  private @Nullable Lease lease;
  private long heldUntil;
  private boolean wanted = true;
  private boolean busy;
  private int failures;
  private long pausedUntil;

  Lane(int partition, long now) {
    this.partition = partition;
    this.heldUntil = now;
    this.pausedUntil = now;
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

  long heldUntil() {
    return heldUntil;
  }

  Optional<Lease> lease() {
    return Optional.ofNullable(lease);
  }

  /** Takes the lease as the store has it; a new epoch means that others may have written since. */
  void hold(Lease held, long until) {
    wanted |= !held.equals(lease);
    lease = held;
    heldUntil = until;
  }

  void lose() {
    lease = null;
  }

  /** Something may be waiting. */
  void want() {
    wanted = true;
  }

  /** Whether it may be read and sent, if the lease then outlasts {@code room} nanoseconds. */
  boolean isReady(long now, long room) {
    return lease != null && wanted && !busy && pausedUntil - now <= 0 && heldUntil - now >= room;
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
