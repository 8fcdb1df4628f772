package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of refunds, version 1.0: additive changes only. */
record RefundEventFields(LocalTimes times) implements EventFields {
  @Override
  public boolean knows(DomainEvent event) {
    return event instanceof RefundEvent;
  }

  @Override
  public Map<String, @Nullable Object> of(DomainEvent event) {
    return fields((RefundEvent) event);
  }

  private Map<String, @Nullable Object> fields(RefundEvent event) {
    Refund refund = event.refund();
    RefundTerms terms = refund.terms();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("refundNo", refund.refundNo().value());
    putIfKnown(fields, "refundOrderNo", terms.refundOrderNo());
    fields.put("payNo", terms.payNo().value());
    fields.put("orderNo", event.orderNo().value());
    fields.put("amount", terms.amount().amount());
    fields.put("refundedTotal", event.refundedTotal());
    fields.put("payAmount", event.payAmount().amount());
    fields.put("channel", terms.channel().name());
    fields.put("tradeNo", terms.tradeNo().value());
    putIfKnown(fields, "channelRefundNo", refund.progress().channelRefundNo());
    fields.put("origin", terms.origin().name());
    fields.put("reason", terms.reason().value());
    fields.putAll(outcome(event));
    return fields;
  }

  private Map<String, @Nullable Object> outcome(RefundEvent event) {
    return switch (event.type()) {
      case REFUND_SUCCEEDED, REFUND_LATE_SUCCEEDED -> refunded(event.refund());
      case REFUND_FAILED -> failed(event);
    };
  }

  private Map<String, @Nullable Object> refunded(Refund refund) {
    Instant at = Objects.requireNonNull(refund.progress().refundedAt(), "it was made");
    return Map.of("refundedAt", times.text(at));
  }

  private Map<String, @Nullable Object> failed(RefundEvent event) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    putIfKnown(fields, "failCode", event.refund().progress().failCode());
    fields.put("failedAt", times.text(event.at()));
    return fields;
  }

  private static void putIfKnown(
      Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
