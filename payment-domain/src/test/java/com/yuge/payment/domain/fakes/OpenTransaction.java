package com.yuge.payment.domain.fakes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transaction has written, locked and put off until its commit. */
final class OpenTransaction {
  /** A row as it shall be; null where it shall be gone. */
  record Write<K, V>(Table<K, V> table, K key, @Nullable V value) {
    void apply() {
      table.apply(key, value);
    }
  }

  private record RowLock<K>(Table<K, ?> table, K key) {
    void free(OpenTransaction mine) {
      table.unlock(key, mine);
    }
  }

  private final List<Write<?, ?>> writes = new ArrayList<>();
  private final List<RowLock<?>> locks = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private @Nullable OpenTransaction waitsFor;
  private boolean doomed;

  <K, V> void write(Table<K, V> table, K key, @Nullable V value) {
    writes.add(new Write<>(table, key, value));
  }

  <K> void locked(Table<K, ?> table, K key) {
    locks.add(new RowLock<>(table, key));
  }

  void afterCommit(Runnable effect) {
    afterCommit.add(effect);
  }

  /** Its own last write of that row, if there is one. */
  @SuppressWarnings("unchecked") // A table's writes are of its own types.
  <K, V> @Nullable Write<K, V> lastWrite(Table<K, V> table, K key) {
    for (int i = writes.size() - 1; i >= 0; i--) {
      Write<?, ?> write = writes.get(i);
      if (write.table() == table && write.key().equals(key)) {
        return (Write<K, V>) write;
      }
    }
    return null;
  }

  /** The keys of its own writes to that table. */
  @SuppressWarnings("unchecked") // A table's writes are of its own types.
  <K> Set<K> written(Table<K, ?> table) {
    Set<K> keys = new LinkedHashSet<>();
    for (Write<?, ?> write : writes) {
      if (write.table() == table) {
        keys.add((K) write.key());
      }
    }
    return keys;
  }

  /** Whether the wait for that holder would close a ring of waits. */
  boolean wouldDeadlock(OpenTransaction holder) {
    waitsFor = holder;
    OpenTransaction next = holder;
    while (next != null && next != this) {
      next = next.waitsFor;
    }
    return next == this;
  }

  void waitsNoMore() {
    waitsFor = null;
  }

  void doom() {
    doomed = true;
  }

  boolean isDoomed() {
    return doomed;
  }

  void apply() {
    writes.forEach(Write::apply);
  }

  void freeLocks() {
    locks.forEach(lock -> lock.free(this));
  }

  /** To be run once others can see what was committed. */
  List<Runnable> afterCommit() {
    return afterCommit;
  }
}
