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
 * Acts on a verified callback, once. Order row first, log second: repeats wait for the row and find
 * the log filled, where a race on the log's unique key would deadlock.
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
   * Returns only after commit, so that an answer is an acknowledgement.
   *
   * @return empty when the channel has no such order; the callback is logged, its id stays free
   */
  public Optional<CallbackOutcome> handle(VerifiedCallback callback) {
    Optional<CallbackOutcome> repeat = repeats.handle(callback);
    return repeat.isPresent() ? repeat : decideOnce(callback);
  }

  // A repeat about an order that is still open is rare. Its id is taken, which undoes what was
  // decided; to look for the id first would cost every payment a question.
  private Optional<CallbackOutcome> decideOnce(VerifiedCallback callback) {
    try {
      return transactions.call(() -> lockAndAnswer(callback, false));
    } catch (DuplicateCallback repeat) {
      return transactions.call(() -> lockAndAnswer(callback, true));
    }
  }

  private Optional<CallbackOutcome> lockAndAnswer(VerifiedCallback callback, boolean isRepeat) {
    // Another channel's order counts as unknown: a channel's secret vouches for its own orders
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

  // Any answer means that the log holds the id: from before, or from this very commit on. The
  // first may have died after its commit, before it dropped the order's copy: a repeat does it.
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
