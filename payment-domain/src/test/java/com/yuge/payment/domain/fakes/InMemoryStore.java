package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The tables of the fakes. One transaction at a time; a failed one leaves nothing. */
public final class InMemoryStore implements Transactions {
  private final ReentrantLock turn = new ReentrantLock();
  private Tables tables = new Tables();
  private boolean doomed;

  /** All rows at one moment. */
  record Tables(
      Map<PayNo, PayOrder> orders,
      List<CallbackRecord> callbacks,
      List<AuditEntry> audits,
      List<PayOrderEvent> events) {
    Tables() {
      this(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Tables copy() {
      return new Tables(
          new LinkedHashMap<>(orders),
          new ArrayList<>(callbacks),
          new ArrayList<>(audits),
          new ArrayList<>(events));
    }
  }

  @Override
  public <T> T call(Supplier<T> work) {
    return isInTransaction() ? join(work) : begin(work);
  }

  /** Runs one statement: in the open transaction, or in one of its own. */
  <T> T statement(Function<Tables, T> statement) {
    return isInTransaction() ? statement.apply(tables) : begin(() -> statement.apply(tables));
  }

  boolean isInTransaction() {
    return turn.isHeldByCurrentThread();
  }

  void requireTransaction() {
    if (!isInTransaction()) {
      throw new IllegalStateException("outside a transaction");
    }
  }

  public List<CallbackRecord> callbacks() {
    return statement(rows -> List.copyOf(rows.callbacks()));
  }

  public List<AuditEntry> audits() {
    return statement(rows -> List.copyOf(rows.audits()));
  }

  public List<PayOrderEvent> events() {
    return statement(rows -> List.copyOf(rows.events()));
  }

  private <T> T begin(Supplier<T> work) {
    turn.lock();
    Tables before = tables.copy();
    boolean kept = false;
    try {
      T answer = work.get();
      if (doomed) {
        throw new IllegalStateException("a nested call failed: nothing is kept");
      }
      kept = true;
      return answer;
    } finally {
      if (!kept) {
        tables = before;
      }
      doomed = false;
      turn.unlock();
    }
  }

  // A joined call that fails dooms the whole, as it does in a database behind a connection.
  private <T> T join(Supplier<T> work) {
    boolean done = false;
    try {
      T answer = work.get();
      done = true;
      return answer;
    } finally {
      doomed |= !done;
    }
  }
}
