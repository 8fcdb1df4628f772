package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.outbox.relay.RelaySignals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Signals to the relay's thread: commits, merged per partition, and results of batches. */
final class RelaySignalQueue implements CommitSignal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private Map<Integer, Long> committed = new HashMap<>();
  private List<BatchResult> results = new ArrayList<>();
  private boolean woken;
  private @Nullable Throwable failure;

  @Override
  public void committed(int partition, long row) {
    lock.lock();
    try {
      committed.merge(partition, row, Math::min);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Signals a commit without its row, so that a hint never resets a low-water mark. */
  void hinted(int partition) {
    committed(partition, Long.MAX_VALUE);
  }

  void batchesEnded(List<BatchResult> ended) {
    lock.lock();
    try {
      results.addAll(ended);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Reports that a worker failed, so that its result will never come. */
  void failed(Throwable error) {
    lock.lock();
    try {
      failure = error;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Drops the signals to a run that has ended; the next run reads the committed events itself. */
  void clear() {
    lock.lock();
    try {
      empty();
    } finally {
      lock.unlock();
    }
  }

  /** Ends a wait although there is no signal. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for signals, at most this long.
   *
   * @throws IllegalStateException if a worker failed and gave no result
   */
  RelaySignals await(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (isEmpty() && left > 0) {
        left = arrived.awaitNanos(left);
      }
      if (failure != null) {
        throw new IllegalStateException("a worker failed and gave no result", failure);
      }
      return empty();
    } finally {
      lock.unlock();
    }
  }

  private RelaySignals empty() {
    RelaySignals signals = new RelaySignals(committed, results);
    committed = new HashMap<>();
    results = new ArrayList<>();
    woken = false;
    failure = null;
    return signals;
  }

  private boolean isEmpty() {
    return committed.isEmpty() && results.isEmpty() && !woken && failure == null;
  }
}
