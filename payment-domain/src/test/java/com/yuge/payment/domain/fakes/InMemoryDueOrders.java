package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link DueOrders} in memory. */
public final class InMemoryDueOrders implements DueOrders {
  private final InMemoryStore store;
  private final Transactions transactions;
  private final Clock storeClock;

  public InMemoryDueOrders(InMemoryStore store, Transactions transactions, Clock storeClock) {
    this.store = store;
    this.transactions = transactions;
    this.storeClock = storeClock;
  }

  @Override
  public List<PayNo> claim(List<PayStatus> places, Duration hold) {
    return transactions.call(
        () -> {
          List<PayNo> claimed = new ArrayList<>();
          for (PayStatus status : DueOrders.FIRST_TO_LAST) {
            claimed.addAll(lockDue(status, Collections.frequency(places, status), claimed));
          }
          for (PayStatus status : DueOrders.FIRST_TO_LAST) {
            claimed.addAll(lockDue(status, places.size() - claimed.size(), claimed));
          }
          claimed.forEach(payNo -> plan(payNo, hold));
          return claimed;
        });
  }

  private List<PayNo> lockDue(PayStatus status, int limit, List<PayNo> claimed) {
    return store.checks.entries().stream()
        .filter(check -> isDue(check.getValue()))
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .filter(payNo -> !claimed.contains(payNo))
        .filter(payNo -> isIn(status, store.orders.get(payNo)))
        .filter(store.orders::lockNow)
        .filter(payNo -> isIn(status, store.orders.get(payNo)))
        .filter(payNo -> store.checks.get(payNo).filter(this::isDue).isPresent())
        .limit(limit)
        .toList();
  }

  @Override
  public void scheduleCheck(PayOrder seen, Duration after) {
    change(seen, () -> plan(seen.payNo(), after));
  }

  @Override
  public void rest(PayOrder seen) {
    change(seen, () -> store.checks.removeIfThere(seen.payNo()));
  }

  private void change(PayOrder seen, Runnable change) {
    transactions.run(
        () -> {
          if (isIn(seen.status(), store.orders.lock(seen.payNo()))) {
            change.run();
          }
        });
  }

  private void plan(PayNo payNo, Duration after) {
    store.scheduleCheck(payNo, storeClock.instant().plus(after));
  }

  private boolean isDue(Instant check) {
    return !check.isAfter(storeClock.instant());
  }

  private static boolean isIn(PayStatus status, Optional<PayOrder> order) {
    return order.filter(found -> found.status() == status).isPresent();
  }
}
