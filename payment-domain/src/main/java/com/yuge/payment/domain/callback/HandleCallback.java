package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.ApplyChannelResult;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Applies a verified callback once. It locks the order's row first and writes the log second.
 * Repeats then wait for the row and find the id in the log. A race on the log's unique key would
 * cause deadlocks.
 */
public final class HandleCallback {
  private final PayOrders orders;
  private final CallbackLog log;
  private final SeenCallbacks seen;
  private final ApplyChannelResult apply;
  private final AnswerDuplicateCallback repeats;
  private final Transactions transactions;
  private final Clock clock;

  public HandleCallback(
      CallbackPorts ports,
      ApplyChannelResult apply,
      FindPayOrder find,
      Transactions transactions,
      Clock clock) {
    this.orders = ports.orders();
    this.log = ports.log();
    this.seen = ports.seen();
    this.apply = apply;
    this.repeats = new AnswerDuplicateCallback(seen, find, log, transactions, clock);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Returns only after the commit, so that an answer is an acknowledgement.
   *
   * @return empty when the channel has no such order; the callback is then logged, and its id stays
   *     free
   */
  public Optional<CallbackOutcome> handle(VerifiedCallback callback) {
    Optional<CallbackOutcome> repeat = repeats.handle(callback);
    return repeat.isPresent() ? repeat : decideOnce(callback);
  }

  // A repeat about an open order is rare. Its id is taken, so the transaction is rolled back and
  // run again. Checking the id first would cost every payment a query.
  private Optional<CallbackOutcome> decideOnce(VerifiedCallback callback) {
    try {
      return transactions.call(() -> lockAndAnswer(callback, false));
    } catch (DuplicateCallback repeat) {
      return transactions.call(() -> lockAndAnswer(callback, true));
    }
  }

  private Optional<CallbackOutcome> lockAndAnswer(VerifiedCallback callback, boolean isRepeat) {
    // An order of another channel counts as unknown: a channel's secret is valid for its own orders
    // only.
    Optional<PayOrder> order =
        orders
            .lock(callback.result().payNo())
            .filter(locked -> locked.channel().equals(callback.channel()));
    if (order.isEmpty()) {
      recordUnknown(callback);
    }
    return order.map(locked -> answer(locked, callback, isRepeat || locked.status().isFinal()));
  }

  // Every answer means that the log contains the id, from before or from this commit. The first
  // request may have crashed between its commit and the drop of the order's copy, so a repeat drops
  // the copy.
  private CallbackOutcome answer(PayOrder order, VerifiedCallback callback, boolean mayBeRepeat) {
    Optional<CallbackOutcome> repeat =
        mayBeRepeat ? repeats.confirm(order, callback) : Optional.empty();
    repeat.ifPresent(same -> apply.dropCopy(same.order()));
    CallbackOutcome answer = repeat.orElseGet(() -> decide(order, callback));
    transactions.afterCommit(() -> seen.remember(callback.channel(), callback.id()));
    return answer;
  }

  private void recordUnknown(VerifiedCallback callback) {
    long repeats = log.countUnknown(callback.channel(), callback.result().payNo());
    if (repeats <= AnswerDuplicateCallback.KEPT) {
      log.add(callback.unknown(clock.instant()));
    }
  }

  private CallbackOutcome decide(PayOrder order, VerifiedCallback callback) {
    Instant now = clock.instant();
    PaymentOutcome outcome = apply.decide(order, callback.result(), now);
    CallbackOutcome answer = CallbackOutcome.of(outcome);
    log.add(callback.decided(answer, now));
    apply.write(order, outcome, callback.result(), Action.NOTIFY, now);
    return answer;
  }
}
