package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.CommitSignal;
import com.yuge.payment.domain.relay.Delivery;
import com.yuge.payment.domain.relay.Mail;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What the relay's thread is told by others: commits, coalesced per partition, and deliveries. */
final class Inbox implements CommitSignal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private BitSet committed = new BitSet();
  private List<Delivery> delivered = new ArrayList<>();
  private boolean knocked;

  @Override
  public void committed(int partition) {
    lock.lock();
    try {
      committed.set(partition);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  void delivered(Delivery delivery) {
    lock.lock();
    try {
      delivered.add(delivery);
      arrived.signal();
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

  /** Waits for mail, at most so long. */
  Mail await(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (isEmpty() && left > 0) {
        left = arrived.awaitNanos(left);
      }
      Mail mail = new Mail(committed, delivered);
      committed = new BitSet();
      delivered = new ArrayList<>();
      knocked = false;
      return mail;
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return committed.isEmpty() && delivered.isEmpty() && !knocked;
  }
}
