package com.yuge.payment.domain.fakes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows by a unique key under READ COMMITTED: a reader sees what is committed and what it wrote
 * itself, a writer holds the row until its transaction ends, and a key that an open transaction has
 * inserted is waited for.
 */
final class Table<K, V> {
  private final InMemoryStore store;
  private final Map<K, V> committed = new LinkedHashMap<>();
  private final Map<K, OpenTransaction> holders = new HashMap<>();

  Table(InMemoryStore store) {
    this.store = store;
  }

  Optional<V> get(K key) {
    synchronized (store) {
      OpenTransaction mine = store.open();
      OpenTransaction.Write<K, V> write = mine == null ? null : mine.lastWrite(this, key);
      return Optional.ofNullable(write == null ? committed.get(key) : write.value());
    }
  }

  /** The row, locked until the transaction ends; a row that is not there cannot be locked. */
  Optional<V> lock(K key) {
    OpenTransaction mine = store.required();
    boolean had = isHeldBy(key, mine);
    store.await(this, key, mine);
    Optional<V> row = get(key);
    if (row.isEmpty() && !had) {
      store.unlock(this, key);
    }
    return row;
  }

  /** The row as an UPDATE finds it: it stays locked only if it matches. */
  Optional<V> lockIf(K key, Predicate<V> matches) {
    boolean had = isHeld(key);
    Optional<V> matched = lock(key).filter(matches);
    if (matched.isEmpty() && !had) {
      store.unlock(this, key);
    }
    return matched;
  }

  /** Locks the row unless that would have to be waited for. */
  boolean lockNow(K key) {
    OpenTransaction mine = store.required();
    synchronized (store) {
      OpenTransaction holder = holders.get(key);
      return (holder == null || holder == mine) && tryLock(key, mine);
    }
  }

  /** Adds a row; false when the key is taken. */
  boolean insert(K key, V value) {
    OpenTransaction mine = store.required();
    store.await(this, key, mine);
    if (get(key).isPresent()) {
      return false;
    }
    mine.write(this, key, value);
    return true;
  }

  /** Writes a row that the transaction has locked. */
  void put(K key, V value) {
    requireLocked(key).write(this, key, value);
  }

  /** Removes a row that the transaction has locked. */
  void remove(K key) {
    requireLocked(key).write(this, key, null);
  }

  /** Adds a row of the beginning, which no transaction has written. */
  void seed(K key, V value) {
    apply(key, value);
  }

  /** What is committed, oldest first. */
  List<V> rows() {
    synchronized (store) {
      return List.copyOf(committed.values());
    }
  }

  /** What a reader sees: what is committed, and what its own transaction wrote; oldest first. */
  List<V> visible() {
    return visibleKeys().stream().map(this::get).flatMap(Optional::stream).toList();
  }

  /** Keys of what a reader sees, and of what its own transaction removed. */
  List<K> visibleKeys() {
    synchronized (store) {
      OpenTransaction mine = store.open();
      List<K> keys = new ArrayList<>(committed.keySet());
      if (mine != null) {
        mine.written(this).stream().filter(key -> !committed.containsKey(key)).forEach(keys::add);
      }
      return keys;
    }
  }

  /** Whether the open transaction holds the row. */
  boolean isHeld(K key) {
    return isHeldBy(key, store.required());
  }

  /** What is committed, with its keys, oldest first; a copy, as the map's own entries change. */
  List<Map.Entry<K, V>> entries() {
    synchronized (store) {
      return committed.entrySet().stream().<Map.Entry<K, V>>map(Map.Entry::copyOf).toList();
    }
  }

  /** The same without a copy, for who runs alone. */
  Map<K, V> view() {
    return committed;
  }

  boolean tryLock(K key, OpenTransaction mine) {
    synchronized (store) {
      OpenTransaction holder = holders.putIfAbsent(key, mine);
      if (holder == null) {
        mine.locked(this, key);
      }
      if (holder == null || holder == mine) {
        mine.waitsNoMore();
        return true;
      }
      store.requireNoDeadlock(mine, holder);
      return false;
    }
  }

  private boolean isHeldBy(K key, OpenTransaction mine) {
    synchronized (store) {
      return holders.get(key) == mine;
    }
  }

  private OpenTransaction requireLocked(K key) {
    OpenTransaction mine = store.required();
    if (!isHeldBy(key, mine)) {
      throw new IllegalStateException("written without a lock: " + key);
    }
    return mine;
  }

  /** A row's end for who has not yet written it; nothing to remove is well, too. */
  void removeIfThere(K key) {
    if (lock(key).isPresent()) {
      remove(key);
    }
  }

  void apply(K key, @Nullable V value) {
    if (value == null) {
      committed.remove(key);
    } else {
      committed.put(key, value);
    }
  }

  /** Does nothing if another transaction has the lock by now. */
  void unlock(K key, OpenTransaction mine) {
    holders.remove(key, mine);
  }
}
