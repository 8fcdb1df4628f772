package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.fakes.InMemoryStore.CutSlice;
import com.yuge.payment.domain.fakes.InMemoryStore.SliceKey;
import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link LimitUses} in memory. */
public final class InMemoryLimitUses implements LimitUses {
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final InMemoryStore store;

  public InMemoryLimitUses(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public boolean use(LimitDay day, BigDecimal perDay, int shard, Money amount) {
    SliceKey key = new SliceKey(day, shard);
    Optional<CutSlice> matched =
        store.limitSlices.lockIf(
            key, row -> row.perDay().compareTo(perDay) == 0 && fits(row.slice(), amount));
    matched.ifPresent(
        row -> put(key, perDay, moved(row.slice(), BigDecimal.ZERO, amount.amount())));
    return matched.isPresent();
  }

  private static boolean fits(LimitSlice slice, Money amount) {
    return slice.used().add(amount.amount()).compareTo(slice.cap()) <= 0;
  }

  @Override
  public void undo(LimitDay day, int shard, Money amount) {
    move(day, shard, BigDecimal.ZERO, amount.amount().negate());
  }

  @Override
  public List<LimitSlice> lock(LimitDay day, int shards) {
    for (int shard = 0; shard < shards; shard++) {
      boolean unused =
          store.limitSlices.insert(
              new SliceKey(day, shard),
              new CutSlice(day, NOTHING, new LimitSlice(shard, NOTHING, NOTHING)));
    }
    return slices(day).map(key -> store.limitSlices.lock(key).orElseThrow().slice()).toList();
  }

  private Stream<SliceKey> slices(LimitDay day) {
    return store.limitSlices.visibleKeys().stream()
        .filter(key -> key.day().equals(day))
        .sorted(Comparator.comparing(SliceKey::shard));
  }

  @Override
  public void replace(LimitDay day, BigDecimal perDay, List<LimitSlice> slices) {
    slices.forEach(slice -> put(new SliceKey(day, slice.shard()), perDay, slice));
  }

  @Override
  public void release(LimitDay day, int shard, Money amount) {
    BigDecimal back = amount.amount().negate();
    if (store.limitSlices.lock(new SliceKey(day, 0)).isEmpty()) {
      return;
    }
    if (shard == 0) {
      move(day, 0, BigDecimal.ZERO, back);
    } else {
      move(day, 0, amount.amount(), BigDecimal.ZERO);
      move(day, shard, back, back);
    }
  }

  private void move(LimitDay day, int shard, BigDecimal cap, BigDecimal used) {
    SliceKey key = new SliceKey(day, shard);
    CutSlice row = store.limitSlices.lock(key).orElseThrow();
    put(key, row.perDay(), moved(row.slice(), cap, used));
  }

  private static LimitSlice moved(LimitSlice slice, BigDecimal cap, BigDecimal used) {
    return new LimitSlice(slice.shard(), slice.cap().add(cap), slice.used().add(used));
  }

  private void put(SliceKey key, BigDecimal perDay, LimitSlice slice) {
    store.limitSlices.put(key, new CutSlice(key.day(), perDay, slice));
  }

  @Override
  public BigDecimal used(LimitDay day) {
    return slices(day)
        .map(key -> store.limitSlices.get(key).orElseThrow().slice().used())
        .reduce(NOTHING, BigDecimal::add);
  }
}
