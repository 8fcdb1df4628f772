package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentAmountDiffered;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentClosed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentFailed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of pay orders, version 1.0: additive changes only. */
record PayOrderEventFields(LocalTimes times) implements EventFields {
  @Override
  public boolean knows(DomainEvent event) {
    return event instanceof PayOrderEvent;
  }

  @Override
  public Map<String, @Nullable Object> of(DomainEvent event) {
    return fields((PayOrderEvent) event);
  }

  private Map<String, @Nullable Object> fields(PayOrderEvent event) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("payNo", event.payNo().value());
    fields.put("orderNo", event.orderNo().value());
    Money amount = amount(event);
    if (amount != null) {
      fields.put("amount", amount.amount());
    }
    fields.put("channel", event.channel().name());
    fields.putAll(details(event));
    return fields;
  }

  // Switch expressions, because the compiler checks only these for completeness.
  private Map<String, @Nullable Object> details(PayOrderEvent event) {
    return switch (event.type()) {
      case PAYMENT_SUCCEEDED -> succeeded((PaymentSucceeded) event);
      case PAYMENT_FAILED -> failed((PaymentFailed) event);
      case PAYMENT_CLOSED -> closed((PaymentClosed) event);
      case PAYMENT_LATE_SUCCEEDED -> late((PaymentLateSucceeded) event);
      case PAYMENT_MISMATCHED -> mismatched((PaymentMismatched) event);
      case PAYMENT_AMOUNT_DIFFERED -> differed((PaymentAmountDiffered) event);
    };
  }

  /**
   * Returns the order's amount, or for unapplied money the amount that was taken. It is null if the
   * channel did not report that amount.
   */
  private static @Nullable Money amount(PayOrderEvent event) {
    return switch (event.type()) {
      case PAYMENT_SUCCEEDED, PAYMENT_FAILED, PAYMENT_CLOSED, PAYMENT_LATE_SUCCEEDED ->
          event.amount();
      case PAYMENT_MISMATCHED -> ((PaymentMismatched) event).taken();
      case PAYMENT_AMOUNT_DIFFERED -> ((PaymentAmountDiffered) event).taken();
    };
  }

  private Map<String, @Nullable Object> succeeded(PaymentSucceeded paid) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("channelTradeNo", paid.channelTradeNo().value());
    fields.put("paidAt", times.text(paid.paidAt()));
    return fields;
  }

  private Map<String, @Nullable Object> failed(PaymentFailed failed) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    TradeNo tradeNo = failed.channelTradeNo();
    fields.put("channelTradeNo", tradeNo == null ? null : tradeNo.value());
    fields.put("failedAt", times.text(failed.at()));
    return fields;
  }

  private Map<String, @Nullable Object> closed(PaymentClosed closed) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("reason", closed.reason());
    fields.put("closedAt", times.text(closed.at()));
    return fields;
  }

  private Map<String, @Nullable Object> late(PaymentLateSucceeded late) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("channelTradeNo", late.channelTradeNo().value());
    fields.put("paidAt", times.text(late.paidAt()));
    fields.put("closedStatus", late.closedStatus().name());
    return fields;
  }

  private Map<String, @Nullable Object> mismatched(PaymentMismatched mismatched) {
    return unapplied(mismatched, mismatched.reason().name(), mismatched.channelTradeNo());
  }

  private Map<String, @Nullable Object> differed(PaymentAmountDiffered differed) {
    return unapplied(differed, differed.kind().name(), differed.channelTradeNo());
  }

  private Map<String, @Nullable Object> unapplied(
      PayOrderEvent event, String kind, TradeNo tradeNo) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind);
    Money taken = amount(event);
    if (taken != null) {
      fields.put("currency", taken.currency().getCurrencyCode());
    }
    fields.put("tradeNo", tradeNo.value());
    fields.put("orderAmount", event.amount().amount());
    fields.put("receivedAt", times.text(event.at()));
    return fields;
  }
}
