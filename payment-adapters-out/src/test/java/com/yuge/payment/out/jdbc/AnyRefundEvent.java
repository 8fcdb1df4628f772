package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Any event of a refund. */
final class AnyRefundEvent {
  private static final BigDecimal LARGEST_TOTAL = new BigDecimal("99999999999.99");

  private AnyRefundEvent() {}

  static Arbitrary<RefundEvent> any() {
    return Combinators.combine(
            AnyValue.eventIds(),
            Arbitraries.of(RefundEvent.Type.values()).flatMap(AnyRefundEvent::refund),
            AnyValue.orderNos(),
            AnyValue.money(),
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, LARGEST_TOTAL).ofScale(2),
            AnyValue.instants())
        .as(
            (id, refund, orderNo, price, total, at) ->
                new RefundEvent(id, type(refund), refund, orderNo, price, total.setScale(2), at));
  }

  private static RefundEvent.Type type(Refund refund) {
    if (refund.status() == RefundStatus.SUCCESS) {
      return RefundEvent.Type.REFUND_SUCCEEDED;
    }
    return refund.isDone()
        ? RefundEvent.Type.REFUND_LATE_SUCCEEDED
        : RefundEvent.Type.REFUND_FAILED;
  }

  private static Arbitrary<Refund> refund(RefundEvent.Type type) {
    RefundStatus status =
        type == RefundEvent.Type.REFUND_SUCCEEDED ? RefundStatus.SUCCESS : RefundStatus.FAILED;
    return Combinators.combine(AnyValue.digits(), terms(), progress(type), AnyValue.instants())
        .as(
            (digits, terms, progress, at) ->
                new Refund(1, new RefundNo("REF" + digits), terms, status, progress, 1, at, at));
  }

  private static Arbitrary<RefundTerms> terms() {
    return Combinators.combine(
            AnyValue.payNos(),
            AnyValue.callersNumbers().map(RefundOrderNo::new),
            AnyValue.channels(),
            AnyValue.channelsNumbers().map(TradeNo::new),
            AnyValue.money(),
            AnyValue.refundReasons(),
            Arbitraries.of(Origin.values()))
        .as(
            (payNo, number, channel, tradeNo, money, reason, origin) ->
                new RefundTerms(
                    payNo,
                    origin == Origin.AUTO ? null : number,
                    channel,
                    tradeNo,
                    money,
                    money,
                    reason,
                    origin,
                    "anybody",
                    null));
  }

  private static Arbitrary<RefundProgress> progress(RefundEvent.Type type) {
    return Combinators.combine(
            AnyValue.channelsNumbers().map(ChannelRefundNo::new).injectNull(0.3),
            AnyValue.shortKeys().map(FailCode::new),
            AnyValue.instants())
        .as((number, code, at) -> progress(type, number, code, at));
  }

  private static RefundProgress progress(
      RefundEvent.Type type, @Nullable ChannelRefundNo number, FailCode code, Instant at) {
    return switch (type) {
      case REFUND_SUCCEEDED -> new RefundProgress(1, at, at, null, number, null, null, at, null);
      case REFUND_FAILED -> new RefundProgress(1, at, at, null, number, code, null, null, null);
      case REFUND_LATE_SUCCEEDED -> new RefundProgress(1, at, at, null, number, code, null, at, at);
    };
  }
}
