package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.ApplyRefundAnswer;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;

/**
 * Applies a verified callback about a refund once. It locks the refund's order first and writes the
 * log second, as {@link HandleCallback} does. It never changes a payment.
 */
public final class HandleRefundCallback {
  private final CallbackPorts ports;
  private final Refunds refunds;
  private final ApplyRefundAnswer apply;
  private final Transactions transactions;
  private final Clock clock;

  public HandleRefundCallback(
      CallbackPorts ports,
      Refunds refunds,
      ApplyRefundAnswer apply,
      Transactions transactions,
      Clock clock) {
    this.ports = ports;
    this.refunds = refunds;
    this.apply = apply;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Returns only after the commit, so that an answer is an acknowledgement.
   *
   * @return empty when the channel has no such refund; the first callbacks about it are then
   *     logged, the others only counted, and their ids stay free
   */
  public Optional<RefundCallbackOutcome> handle(VerifiedRefundCallback callback) {
    Optional<Refund> refund = refunds.find(callback.refundNo()).filter(callback::isAbout);
    if (refund.isEmpty()) {
      recordUnknown(callback);
    }
    return refund.map(found -> transactions.call(() -> lockAndAnswer(found, callback)));
  }

  // No order is locked here, so two callbacks at once may both try to add the first line. The
  // second one then only adds to the count.
  private void recordUnknown(VerifiedRefundCallback callback) {
    try {
      transactions.run(() -> countUnknown(callback));
    } catch (DuplicateCallback begun) {
      transactions.run(() -> countUnknown(callback));
    }
  }

  private void countUnknown(VerifiedRefundCallback callback) {
    long repeats =
        ports.log().countRepeat(callback.channel(), CallbackId.ofUnknown(callback.refundNo()));
    if (repeats <= AnswerDuplicateCallback.KEPT) {
      ports.log().add(callback.unknown(repeats == 0, clock.instant()));
    }
  }

  private RefundCallbackOutcome lockAndAnswer(Refund refund, VerifiedRefundCallback callback) {
    PayOrder order =
        ports
            .orders()
            .lock(refund.terms().payNo())
            .orElseThrow(() -> new IllegalStateException("no order for " + refund));
    long repeats = ports.log().countRepeat(callback.channel(), callback.id());
    RefundCallbackOutcome answer =
        repeats > 0 ? RefundCallbackOutcome.repeated(refund) : decide(order, callback);
    if (repeats <= AnswerDuplicateCallback.KEPT) {
      ports.log().add(callback.decided(answer, clock.instant()));
    }
    return answer;
  }

  private RefundCallbackOutcome decide(PayOrder order, VerifiedRefundCallback callback) {
    return callback.answer() == null
        ? RefundCallbackOutcome.due(apply.makeDue(order, callback.refundNo()))
        : RefundCallbackOutcome.of(apply.inLock(order, callback.refundNo(), callback.answer()));
  }
}
