package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.CancelRefund.Cancellation;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Whether a refund was asked for is looked at before its order is locked, and not again. */
public final class CancelRacesAsk extends Wiring {
  @Override
  public BiFunction<RefundNo, OperatorReason, Optional<Cancellation>> cancel(
      PaymentUseCases useCases) {
    PaymentPorts ports = useCases.ports();
    return (refundNo, reason) ->
        ports
            .refunds()
            .refunds()
            .find(refundNo)
            .filter(Refund::isCancellable)
            .map(found -> ports.transactions().call(() -> cancel(useCases, found)));
  }

  private static Cancellation cancel(PaymentUseCases useCases, Refund found) {
    PaymentPorts ports = useCases.ports();
    PayOrder order = ports.orders().orders().lock(found.terms().payNo()).orElseThrow();
    Refund refund = ports.refunds().refunds().find(found.refundNo()).orElseThrow();
    if (!refund.isUndecided()) {
      return new Cancellation(refund, false);
    }
    Instant now = useCases.clock().instant();
    Refund cancelled = cancelled(refund, now);
    ports.refunds().refunds().advance(cancelled, Optional.empty());
    PaidTrade trade =
        ports
            .orders()
            .trades()
            .find(refund.terms().channel(), refund.terms().tradeNo())
            .orElseThrow();
    PaidTrade after = trade.release(refund.terms().amount());
    ports.orders().trades().replaceRefunds(trade, after);
    PayOrder next = order.nextVersion(now);
    ports.orders().orders().raiseVersion(next);
    ports.orders().outbox().append(event(cancelled, next, after, now));
    return new Cancellation(cancelled, true);
  }

  private static Refund cancelled(Refund refund, Instant now) {
    RefundProgress before = refund.progress();
    RefundProgress progress =
        new RefundProgress(
            before.asks(),
            before.askedAt(),
            before.acceptedAt(),
            null,
            before.channelRefundNo(),
            new FailCode("CANCELLED"),
            before.lastError(),
            null,
            null);
    return new Refund(
        refund.id(),
        refund.refundNo(),
        refund.terms(),
        RefundStatus.FAILED,
        progress,
        refund.version() + 1,
        refund.createdAt(),
        now);
  }

  private static RefundEvent event(Refund refund, PayOrder order, PaidTrade trade, Instant now) {
    return new RefundEvent(
        order.eventId(),
        RefundEvent.Type.REFUND_FAILED,
        refund,
        order.orderNo(),
        order.amount(),
        trade.refunds().done(),
        now);
  }
}
