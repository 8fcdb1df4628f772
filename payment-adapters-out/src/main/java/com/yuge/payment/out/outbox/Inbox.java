package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.CommitSignal;
import com.yuge.payment.domain.relay.Delivery;
import com.yuge.payment.domain.relay.Mail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What the relay's thread is told by others: commits, coalesced per partition, and deliveries. */
final class Inbox implements CommitSignal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private Map<Integer, Long> committed = new HashMap<>();
  private List<Delivery> delivered = new ArrayList<>();
  private boolean knocked;
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

  /**
   * Says that there is news and not how old, so no low-water mark is reset for a stranger's word.
   */
  void hinted(int partition) {
    committed(partition, Long.MAX_VALUE);
  }

  void delivered(List<Delivery> deliveries) {
    lock.lock();
    try {
      delivered.addAll(deliveries);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** A delivery that will never come. */
  void failed(Throwable error) {
    lock.lock();
    try {
      failure = error;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what a run that has ended was told; what was committed is found by the next one. */
  void clear() {
    lock.lock();
    try {
      empty();
    } finally {
      lock.unlock();
    }
  }

  /** Ends a wait although there is no mail. */
  void knock() {
    lock.lock();
    try {
      knocked = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for mail, at most so long.
   *
   * @throws IllegalStateException when a worker failed in place of a delivery
   */
  Mail await(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (isEmpty() && left > 0) {
        left = arrived.awaitNanos(left);
      }
      if (failure != null) {
        throw new IllegalStateException("a worker died, and its delivery with it", failure);
      }
      return empty();
    } finally {
      lock.unlock();
    }
  }

  private Mail empty() {
    Mail mail = new Mail(committed, delivered);
    committed = new HashMap<>();
    delivered = new ArrayList<>();
    knocked = false;
    failure = null;
    return mail;
  }

  private boolean isEmpty() {
    return committed.isEmpty() && delivered.isEmpty() && !knocked && failure == null;
  }
}
