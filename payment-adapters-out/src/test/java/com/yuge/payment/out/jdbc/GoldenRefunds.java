package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.RefundNo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of refunds among {@link GoldenEvents}. */
final class GoldenRefunds {
  private static final RefundNo REFUND_NO = new RefundNo("REF20261122121500123000000000142");
  private static final ChannelRefundNo CHANNEL_NO =
      new ChannelRefundNo("50300001852202611221234567890");
  private static final FailCode CLOSED = new FailCode("CLOSED");
  private static final FailCode CANCELLED = new FailCode("CANCELLED");
  private static final Instant CREATED_AT = Instant.parse("2026-11-22T04:15:00.123Z");
  private static final Instant REFUNDED_AT = Instant.parse("2026-11-22T04:15:01Z");
  private static final Instant HEARD_AT = Instant.parse("2026-11-22T04:15:02.654321Z");
  private static final RefundTerms OF_THE_SHOP = terms("R1", yuan("10.00"), "out of stock");
  private static final RefundTerms AUTOMATIC =
      terms(null, GoldenEvents.PRICE, "The payment came after the order had ended");
  private static final RefundTerms OF_AN_OPERATOR =
      terms("OP-1", GoldenEvents.PRICE, "重复付款 \"second payment\"");

  private GoldenRefunds() {}

  static Map<String, DomainEvent> all() {
    return Map.of(
        "REFUND_SUCCEEDED", succeeded(OF_THE_SHOP, CHANNEL_NO, "30.00"),
        "REFUND_SUCCEEDED.automatic", succeeded(AUTOMATIC, CHANNEL_NO, "99.90"),
        "REFUND_SUCCEEDED.operator", succeeded(OF_AN_OPERATOR, null, "99.90"),
        "REFUND_FAILED", failed(OF_THE_SHOP, CHANNEL_NO, CLOSED),
        "REFUND_FAILED.automatic", failed(AUTOMATIC, null, CANCELLED),
        "REFUND_LATE_SUCCEEDED", lateSucceeded(OF_THE_SHOP, CHANNEL_NO),
        "REFUND_LATE_SUCCEEDED.automatic", lateSucceeded(AUTOMATIC, null));
  }

  private static RefundEvent succeeded(
      RefundTerms terms, @Nullable ChannelRefundNo number, String total) {
    return event(
        RefundEvent.Type.REFUND_SUCCEEDED,
        refund(terms, RefundStatus.SUCCESS, progress(number, null, REFUNDED_AT)),
        total);
  }

  private static RefundEvent failed(
      RefundTerms terms, @Nullable ChannelRefundNo number, FailCode code) {
    return event(
        RefundEvent.Type.REFUND_FAILED,
        refund(terms, RefundStatus.FAILED, progress(number, code, null)),
        "0.00");
  }

  private static RefundEvent lateSucceeded(RefundTerms terms, @Nullable ChannelRefundNo number) {
    return event(
        RefundEvent.Type.REFUND_LATE_SUCCEEDED,
        refund(terms, RefundStatus.FAILED, progress(number, CLOSED, REFUNDED_AT)),
        terms.amount().amount().toPlainString());
  }

  private static RefundEvent event(RefundEvent.Type type, Refund refund, String total) {
    return new RefundEvent(
        GoldenEvents.id(5),
        type,
        refund,
        GoldenEvents.ORDER_NO,
        GoldenEvents.PRICE,
        new BigDecimal(total),
        HEARD_AT);
  }

  private static Refund refund(RefundTerms terms, RefundStatus status, RefundProgress progress) {
    return new Refund(7, REFUND_NO, terms, status, progress, 3, CREATED_AT, HEARD_AT);
  }

  private static RefundTerms terms(@Nullable String number, Money amount, String reason) {
    return new RefundTerms(
        GoldenEvents.PAY_NO,
        number == null ? null : new RefundOrderNo(number),
        GoldenEvents.WECHAT,
        GoldenEvents.TRADE,
        amount,
        GoldenEvents.PRICE,
        new RefundReason(reason),
        origin(number),
        "order-service",
        null);
  }

  private static Origin origin(@Nullable String number) {
    if (number == null) {
      return Origin.AUTO;
    }
    return number.startsWith("OP") ? Origin.OPERATOR : Origin.CALLER;
  }

  /** A failed refund with a time was made after all. */
  private static RefundProgress progress(
      @Nullable ChannelRefundNo number, @Nullable FailCode code, @Nullable Instant refundedAt) {
    Instant late = code == null || refundedAt == null ? null : HEARD_AT;
    return new RefundProgress(
        2, CREATED_AT, CREATED_AT, null, number, code, null, refundedAt, late);
  }
}
