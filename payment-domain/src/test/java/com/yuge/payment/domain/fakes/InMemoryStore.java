package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.limit.Limit;
import com.yuge.payment.domain.limit.LimitChange;
import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.outbox.relay.BlockedKeys.Block;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables of the fakes, with the manners of the real ones under READ COMMITTED. */
public final class InMemoryStore implements Transactions {
  /** As many as the real one has. */
  private static final int PARTITIONS = 16;

  /** Who publishes a partition, and until when. */
  record Tenancy(@Nullable String owner, long epoch, Instant until) {}

  /** An event on the to-do list. */
  record Waiting(long rowId, int partition, DomainEvent event) {}

  /** A row of the use of a day's limit. */
  record SliceKey(LimitDay day, int shard) {}

  /** A slice, and the limit that it is cut from. */
  public record CutSlice(LimitDay day, BigDecimal perDay, LimitSlice slice) {
    /** Whether it is more than a row that was locked. */
    public boolean isCut() {
      return perDay.signum() != 0;
    }
  }

  /** A trade's identity. */
  record TradeKey(PayChannel channel, TradeNo tradeNo) {}

  /** A verified callback's identity. */
  record Occupied(PayChannel channel, CallbackId id) {}

  private final LockWaits waits;

  @SuppressWarnings("ThreadLocalUsage") // A thread may be in transactions of two stores.
  private final ThreadLocal<@Nullable OpenTransaction> current = new ThreadLocal<>();

  private long lastId;
  private long commits;
  private int deadlocks;

  final Table<PayNo, PayOrder> orders = new Table<>(this);
  final Table<PayNo, Instant> checks = new Table<>(this);
  final Table<OrderNo, PayNo> orderNos = new Table<>(this);
  final Table<TradeKey, PaidTrade> trades = new Table<>(this);
  final Table<RefundNo, Refund> refunds = new Table<>(this);
  final Table<RefundNo, Instant> refundChecks = new Table<>(this);
  final Table<Long, TradeClaim> claims = new Table<>(this);
  final Table<Long, CallbackRecord> callbacks = new Table<>(this);
  final Table<Occupied, Long> callbackIds = new Table<>(this);
  final Table<Long, Long> callbackRepeats = new Table<>(this);
  final Table<LimitSubject, Limit> limits = new Table<>(this);
  final Table<SliceKey, CutSlice> limitSlices = new Table<>(this);
  final Table<Long, LimitChange> limitChanges = new Table<>(this);
  final Table<Long, AuditEntry> audits = new Table<>(this);
  final Table<Long, DomainEvent> events = new Table<>(this);
  final Table<EventId, Long> eventIds = new Table<>(this);
  final Table<Long, Waiting> pending = new Table<>(this);
  final Table<Integer, Tenancy> partitions = new Table<>(this);
  final Table<String, Instant> instances = new Table<>(this);
  final Table<String, Block> blocked = new Table<>(this);
  final StatementTables statements = new StatementTables(this);

  private final Committed committed = new Committed(this);

  public InMemoryStore() {
    this(new ThreadLockWaits(), PARTITIONS);
  }

  public InMemoryStore(LockWaits waits, int partitions) {
    this.waits = waits;
    for (int partition = 0; partition < partitions; partition++) {
      this.partitions.seed(partition, new Tenancy(null, 0, Instant.EPOCH));
    }
  }

  @Override
  public <T> T call(Supplier<T> work) {
    OpenTransaction open = open();
    return open == null ? begin(work) : join(open, work);
  }

  @Override
  public void afterCommit(Runnable work) {
    required().afterCommit(work);
  }

  /** Runs one statement: in the open transaction, or in one of its own. */
  <T> T statement(Supplier<T> statement) {
    return open() == null ? begin(statement) : statement.get();
  }

  public boolean isInTransaction() {
    return open() != null;
  }

  @Nullable OpenTransaction open() {
    return current.get();
  }

  OpenTransaction required() {
    OpenTransaction open = open();
    if (open == null) {
      throw new IllegalStateException("outside a transaction");
    }
    return open;
  }

  /** A row's number; given out before the commit, as a database does. */
  synchronized long nextId() {
    return ++lastId;
  }

  /** Schedules the next check of the order, in place of any other. */
  void scheduleCheck(PayNo payNo, Instant check) {
    if (checks.lock(payNo).isPresent()) {
      checks.put(payNo, check);
    } else if (!checks.insert(payNo, check)) {
      throw new IllegalStateException("planned twice: " + payNo);
    }
  }

  public List<CallbackRecord> callbacks() {
    return callbacks.rows();
  }

  public List<AuditEntry> audits() {
    return audits.rows();
  }

  public List<PaidTrade> trades() {
    return trades.rows();
  }

  public List<Refund> refunds() {
    return refunds.rows();
  }

  public List<TradeClaim> claims() {
    return claims.rows();
  }

  public List<DomainEvent> events() {
    return events.rows();
  }

  /** What is committed, not copied: for who runs alone. */
  public Committed committed() {
    return committed;
  }

  /** How many transactions have been committed; unchanged means that no row has changed. */
  public synchronized long commits() {
    return commits;
  }

  /** How many transactions were given up so that another could go on. */
  public synchronized int deadlocks() {
    return deadlocks;
  }

  <K> void await(Table<K, ?> table, K key, OpenTransaction mine) {
    if (!table.tryLock(key, mine) && !waits.until(() -> table.tryLock(key, mine))) {
      throw new StoreUnavailable("waited too long for " + key, new IllegalStateException("lock"));
    }
  }

  <K> void unlock(Table<K, ?> table, K key) {
    synchronized (this) {
      table.unlock(key, required());
    }
    waits.transactionEnded();
  }

  /** Called under the monitor, which makes the waits one picture. */
  void requireNoDeadlock(OpenTransaction mine, OpenTransaction holder) {
    if (mine.wouldDeadlock(holder)) {
      deadlocks++;
      throw new StoreUnavailable("gave way in a deadlock", new IllegalStateException("deadlock"));
    }
  }

  private <T> T begin(Supplier<T> work) {
    OpenTransaction mine = new OpenTransaction();
    boolean kept = false;
    current.set(mine);
    try {
      T answer = work.get();
      if (mine.isDoomed()) {
        throw new IllegalStateException("a nested call failed: nothing is kept");
      }
      kept = true;
      return answer;
    } finally {
      current.remove();
      end(mine, kept);
    }
  }

  private void end(OpenTransaction mine, boolean kept) {
    synchronized (this) {
      if (kept) {
        mine.apply();
        commits++;
      }
      mine.waitsNoMore();
      mine.freeLocks();
    }
    waits.transactionEnded();
    if (kept) {
      mine.afterCommit().forEach(InMemoryStore::runAfterCommit);
    }
  }

  private static void runAfterCommit(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      System.getLogger(InMemoryStore.class.getName()).log(Level.ERROR, "after a commit", bug);
    }
  }

  // A joined call that fails dooms the whole, as it does in a database behind a connection.
  private static <T> T join(OpenTransaction open, Supplier<T> work) {
    boolean done = false;
    try {
      T answer = work.get();
      done = true;
      return answer;
    } finally {
      if (!done) {
        open.doom();
      }
    }
  }
}
