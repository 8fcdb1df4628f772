package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;

/**
 * Answers a repeated callback without locking the order's row, so a burst of repeats does not
 * queue.
 *
 * <p>The status in the answer is always right: only final orders are answered here, and a final
 * status never changes, even if it is read from an old copy. Data that is added to a final order
 * later is not part of the answer. The copy is dropped after that commit; if the drop is lost, the
 * copy expires.
 */
final class AnswerDuplicateCallback {
  /** How many repeats of one callback are logged; further repeats are only counted. */
  static final int KEPT = 20;

  private final SeenCallbacks seen;
  private final FindPayOrder find;
  private final CallbackLog log;
  private final Transactions transactions;
  private final Clock clock;

  AnswerDuplicateCallback(
      SeenCallbacks seen,
      FindPayOrder find,
      CallbackLog log,
      Transactions transactions,
      Clock clock) {
    this.seen = seen;
    this.find = find;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns only after the commit. The result is empty when the order's row must be locked. */
  Optional<CallbackOutcome> handle(VerifiedCallback callback) {
    if (!seen.remembers(callback.channel(), callback.id())) {
      return Optional.empty();
    }
    return find.byPayNo(callback.result().payNo())
        .map(PayOrderDetails::order)
        .filter(order -> order.status().isFinal() && order.channel().equals(callback.channel()))
        .flatMap(order -> transactions.call(() -> confirm(order, callback)));
  }

  /**
   * Counts and answers a repeat in the open transaction; empty when the log has no such id. The log
   * decides, not the cache: after a restore from a backup, the cache may contain callbacks that the
   * database has lost. Such a callback must be applied again.
   */
  Optional<CallbackOutcome> confirm(PayOrder order, VerifiedCallback callback) {
    long repeats = log.countRepeat(callback.channel(), callback.id());
    if (repeats == 0) {
      return Optional.empty();
    }
    if (repeats <= KEPT) {
      log.add(callback.repeated(clock.instant()));
    }
    return Optional.of(CallbackOutcome.repeated(order));
  }
}
