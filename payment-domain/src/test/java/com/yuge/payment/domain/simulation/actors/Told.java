package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.CreatePayOrder.Creation;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundCreation;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.domain.shared.DomainEvent;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values in the few words that a history needs. */
final class Told {
  private Told() {}

  static String of(@Nullable Object value) {
    if (value instanceof PayOrder order) {
      return order.payNo() + " " + order.status() + " v" + order.version();
    }
    if (value instanceof DomainEvent event) {
      return event.tag() + " " + event.eventId();
    }
    if (value instanceof CallbackRecord line) {
      return line.reason();
    }
    if (value instanceof Creation creation) {
      return creation.getClass().getSimpleName() + " " + of(creation.order());
    }
    if (value instanceof OpenResult result) {
      return result.getClass().getSimpleName() + " " + of(result.order());
    }
    if (value instanceof PaidTrade trade) {
      return trade.kind() + " " + trade.tradeNo() + " " + trade.amount();
    }
    if (value instanceof TradeClaim claim) {
      return claim.tradeNo() + " for " + claim.payNo();
    }
    if (value instanceof AuditEntry entry) {
      return entry.detail();
    }
    return ofOthers(value);
  }

  private static String ofOthers(@Nullable Object value) {
    if (value instanceof Refund refund) {
      return refund.refundNo() + " " + refund.status() + " asks=" + refund.progress().asks();
    }
    if (value instanceof RefundOutcome outcome) {
      return outcome.kind() + " " + of(outcome.refund());
    }
    if (value instanceof RefundCreation.Agreed agreed) {
      return (agreed.isNew() ? "new " : "") + of(agreed.refund());
    }
    if (value instanceof RefundRequest request) {
      return request.refundNo() + " " + request.amount() + " of " + request.tradeNo();
    }
    if (value instanceof CallbackId id) {
      return "callback " + id.value().substring(0, 6);
    }
    if (value instanceof PendingEvent event) {
      return event.tag() + " " + event.eventId();
    }
    if (value instanceof Trade trade) {
      return trade.payNo().toString();
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(Told::of).toList().toString();
    }
    return value instanceof Optional<?> some && some.isPresent()
        ? of(some.get())
        : String.valueOf(value);
  }
}
