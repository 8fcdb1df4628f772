package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;

/**
 * Answers a callback that is remembered without the order's row lock, so that a storm of repeats
 * queues for nothing.
 *
 * <p>The status in the answer cannot be wrong: only final orders are answered here, and a final
 * status never changes, however old the copy that it was read from. What may still be added to a
 * final order is no part of the answer; its copy is dropped after commit, and ends by its time to
 * live where that drop was lost.
 */
final class AnswerDuplicateCallback {
  /** Repeats of one callback that are kept; of all others only the count is. */
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

  /** Returns only after commit; empty when the order's row has to be asked. */
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
   * Counts and answers a repeat in the open transaction; empty when the log holds no such id. The
   * log decides, not the memory, which may outlive its truth, as when a backup of the database is
   * restored: money that was taken must then be heard again.
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
