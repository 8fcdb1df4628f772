package com.yuge.payment.domain.outbox.relay;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One partition as the relay's thread sees it. At most one batch is being sent at a time; sent
 * batches are acked meanwhile. Times are nanoseconds on this JVM's monotonic clock.
 */
final class OwnedPartition {
  private final int partition;
  private @Nullable Lease lease;
  private long heldUntil;
  private boolean dirty = true;
  private boolean sending;
  private final Unacked unacked = new Unacked();
  private boolean yielding;
  private final Pause pause;
  private final LowWaterMark mark = new LowWaterMark();
  private final PoisonEventFinder poisonFinder;
  private final PoisonEventFinder replayPoisonFinder;

  OwnedPartition(int partition, int batchSize, long now) {
    this.partition = partition;
    this.poisonFinder = new PoisonEventFinder(batchSize);
    this.replayPoisonFinder = new PoisonEventFinder(batchSize);
    this.heldUntil = now;
    this.pause = new Pause(now);
  }

  int partition() {
    return partition;
  }

  boolean isSending() {
    return sending;
  }

  /** Whether a batch is being sent or must still be acked. */
  boolean isBusy() {
    return sending || !unacked.isEmpty();
  }

  Unacked unacked() {
    return unacked;
  }

  Pause pause() {
    return pause;
  }

  long heldUntil() {
    return heldUntil;
  }

  Optional<Lease> lease() {
    return Optional.ofNullable(lease);
  }

  /** Takes the lease from the store; a new epoch means that others may have written meanwhile. */
  void hold(Lease held, long until) {
    if (!held.equals(lease)) {
      restart();
    }
    lease = held;
    heldUntil = until;
  }

  void lose() {
    lease = null;
  }

  /** Whether the partition must be given back: no new batch is started then. */
  void giveBack(boolean soon) {
    yielding = soon;
  }

  boolean isToBeGivenBack() {
    return yielding && lease != null && !isBusy();
  }

  /** An event may be waiting. */
  void markDirty() {
    dirty = true;
  }

  /** This row was committed. If it is below the mark, other rows may be there, too. */
  void markDirty(long row) {
    if (row < mark.row()) {
      mark.reset();
    }
    dirty = true;
  }

  /** The partition must be read from its start. */
  void restart() {
    mark.reset();
    dirty = true;
  }

  boolean isDirty() {
    return dirty;
  }

  LowWaterMark mark() {
    return mark;
  }

  /** Whether it may be read and sent, if its lease lasts {@code room} nanoseconds more. */
  boolean isReady(long now, long room) {
    return lease != null
        && dirty
        && !yielding
        && !sending
        && (unacked.isEmpty() || (unacked.isFewOf(lease) && !isInTrouble()))
        && pause.isOver(now)
        && heldUntil - now >= room;
  }

  /** Nanoseconds until the pause that delays work ends; empty if no work is delayed. */
  OptionalLong pauseLeft(long now) {
    boolean waits = unacked.isWaiting() || (lease != null && dirty && !sending);
    long left = pause.left(now);
    return waits && left > 0 ? OptionalLong.of(left) : OptionalLong.empty();
  }

  /**
   * The range was read; a signal or a poll reports later events.
   *
   * @param first the row of its first event; null if it has none
   * @param newest the highest row id committed
   */
  void read(RowRange range, @Nullable Long first, long newest) {
    if (first == null) {
      mark.foundNothing(range, newest);
    } else {
      mark.found(first, range, newest);
    }
    dirty = mark.hasMore();
  }

  /** How many events its next batch may have. */
  int limit(boolean replay) {
    return poisonFinder(replay).limit();
  }

  /** A task for a batch has started. */
  void begin() {
    sending = true;
  }

  /** The batch is published; after a batch of maximum length, more events may be waiting. */
  void published(Batch batch) {
    poisonFinder(batch.replay()).passed(batch.rowIds());
    unacked.acked();
    pause.reset();
    dirty |= batch.full();
  }

  /** The event at fault is blocked; other events may have waited behind it. */
  void blocked(Batch batch) {
    poisonFinder(batch.replay()).over();
    sending = false;
    pause.reset();
    dirty = true;
  }

  /**
   * Returns how often the event at fault was refused; 0 while a smaller batch must be tried first.
   */
  int refused(Batch batch, long now, Backoff backoff) {
    int attempts = poisonFinder(batch.replay()).refused(batch.rowIds());
    dirty = true;
    sending = false;
    if (attempts > 0) {
      pause.begin(now, backoff);
    }
    return attempts;
  }

  // Replays have their own row ids, so a live batch that the broker accepts says nothing about
  // them.
  private PoisonEventFinder poisonFinder(boolean replay) {
    return replay ? replayPoisonFinder : poisonFinder;
  }

  /**
   * Pauses with {@code forBroker} if the broker may be unavailable, otherwise with {@code backoff}.
   */
  void unsent(long now, Backoff backoff, Backoff forBroker) {
    dirty = true;
    sending = false;
    pause.beginForBroker(now, backoff, forBroker);
  }

  /** Whether it is sending, or will try within this many nanoseconds whether the broker is back. */
  boolean triesWithin(long nanos, long now) {
    return sending
        || (pause.waitsForBroker() && lease != null && !yielding && pause.left(now) <= nanos);
  }

  /** The broker has the batch. */
  void sent(Batch batch) {
    sending = false;
    unacked.add(batch);
  }

  void unacked(long now, Backoff backoff) {
    unacked.ackFailed();
    pause.beginForStore(now, backoff);
  }

  boolean isToBeAcked(long now) {
    return unacked.isWaiting() && pause.isOver(now);
  }

  /** Whether the partition can do nothing until the ack is done. */
  boolean waitsForAck() {
    return yielding || lease == null || !unacked.isFewOf(lease);
  }

  /** Whether its last batch failed in any way. */
  boolean isInTrouble() {
    return pause.failures() > 0;
  }

  void fenced() {
    unacked.acked();
    lease = null;
  }
}
