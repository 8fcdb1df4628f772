package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.order.Settlement;
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
  private final SettlePayOrder settle;
  private final AnswerRepeat repeats;
  private final Transactions transactions;
  private final Clock clock;

  public HandleCallback(
      CallbackPorts ports,
      SettlePayOrder settle,
      FindPayOrder find,
      Transactions transactions,
      Clock clock) {
    this.orders = ports.orders();
    this.log = ports.log();
    this.settle = settle;
    this.repeats = new AnswerRepeat(ports.seen(), find, ports.log(), transactions, clock);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Returns only after commit, so that an answer is an acknowledgement.
   *
   * @return empty when the channel has no such order; the callback is logged, its id stays free
   */
  public Optional<CallbackVerdict> handle(VerifiedCallback callback) {
    Optional<CallbackVerdict> repeat = repeats.handle(callback);
    return repeat.isPresent() ? repeat : decideOnce(callback);
  }

  // A repeat about an order that is still open is rare. Its id is taken, which undoes what was
  // decided; to look for the id first would cost every payment a question.
  private Optional<CallbackVerdict> decideOnce(VerifiedCallback callback) {
    try {
      return transactions.call(() -> decide(callback, false));
    } catch (DuplicateCallback repeat) {
      return transactions.call(() -> decide(callback, true));
    }
  }

  private Optional<CallbackVerdict> decide(VerifiedCallback callback, boolean isRepeat) {
    // Another channel's order counts as unknown: a channel's secret vouches for its own orders
    // only.
    Optional<PayOrder> order =
        orders
            .lock(callback.word().payNo())
            .filter(locked -> locked.channel() == callback.channel());
    if (order.isEmpty()) {
      keepUnknown(callback);
    }
    return order.map(locked -> decide(locked, callback, isRepeat || locked.status().isFinal()));
  }

  // Any verdict means that the log holds the id: from before, or from this very commit on. The
  // first may have died after its commit, before it dropped the order's copy: a repeat does it.
  private CallbackVerdict decide(PayOrder order, VerifiedCallback callback, boolean mayBeRepeat) {
    Optional<CallbackVerdict> repeat =
        mayBeRepeat ? repeats.confirm(order, callback) : Optional.empty();
    repeat.ifPresent(same -> settle.dropCopy(same.order()));
    CallbackVerdict verdict = repeat.orElseGet(() -> decide(order, callback));
    repeats.remember(callback);
    return verdict;
  }

  private void keepUnknown(VerifiedCallback callback) {
    long repeats = log.countUnknown(callback.channel(), callback.word().payNo());
    if (repeats <= AnswerRepeat.KEPT) {
      log.add(callback.unknown(clock.instant()));
    }
  }

  private CallbackVerdict decide(PayOrder order, VerifiedCallback callback) {
    Instant now = clock.instant();
    Settlement settlement = settle.decide(order, callback.word(), now);
    CallbackVerdict verdict = CallbackVerdict.of(settlement);
    log.add(callback.decided(verdict, now));
    settle.write(order, settlement, callback.word(), Action.NOTIFY, now);
    return verdict;
  }
}
