package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentAmountDiffered;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentClosed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentFailed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Any event of a pay order. */
final class AnyEvent {
  private AnyEvent() {}

  /** The fields that every event of a pay order has. */
  private record Common(
      EventId eventId,
      PayNo payNo,
      OrderNo orderNo,
      Money amount,
      PayChannel channel,
      TradeNo tradeNo,
      Instant at) {

    PayOrderEvent succeeded(Instant paidAt) {
      return new PaymentSucceeded(eventId, payNo, orderNo, amount, channel, tradeNo, paidAt, at);
    }

    PayOrderEvent failed(boolean withTrade) {
      return new PaymentFailed(
          eventId, payNo, orderNo, amount, channel, withTrade ? tradeNo : null, at);
    }

    PayOrderEvent closed(String reason) {
      return new PaymentClosed(eventId, payNo, orderNo, amount, channel, reason, at);
    }

    PayOrderEvent late(PayStatus ended, Instant paidAt) {
      return new PaymentLateSucceeded(
          eventId, payNo, orderNo, amount, channel, tradeNo, ended, paidAt, at);
    }

    PayOrderEvent mismatched(PaymentMismatched.Reason reason, @Nullable Money taken) {
      return new PaymentMismatched(
          eventId, payNo, orderNo, amount, channel, reason, tradeNo, taken, at);
    }

    PayOrderEvent differed(PaidTrade.Kind kind, Money taken) {
      return new PaymentAmountDiffered(
          eventId, payNo, orderNo, amount, channel, kind, tradeNo, taken, at);
    }
  }

  static Arbitrary<PayOrderEvent> ofAPayOrder() {
    return Arbitraries.of(PayOrderEvent.Type.values()).flatMap(AnyEvent::of);
  }

  private static Arbitrary<PayOrderEvent> of(PayOrderEvent.Type type) {
    Arbitrary<Instant> paidAt = AnyValue.instants();
    Arbitrary<Money> taken = AnyValue.money();
    return switch (type) {
      case PAYMENT_SUCCEEDED -> combine(paidAt).as(Common::succeeded);
      case PAYMENT_FAILED -> combine(Arbitraries.of(true, false)).as(Common::failed);
      case PAYMENT_CLOSED -> combine(AnyValue.shortKeys()).as(Common::closed);
      case PAYMENT_LATE_SUCCEEDED ->
          Combinators.combine(common(), Arbitraries.of(PayStatus.FAILED, PayStatus.CLOSED), paidAt)
              .as(Common::late);
      case PAYMENT_MISMATCHED ->
          Combinators.combine(
                  common(),
                  Arbitraries.of(PaymentMismatched.Reason.values()),
                  taken.injectNull(0.3))
              .as(Common::mismatched);
      case PAYMENT_AMOUNT_DIFFERED ->
          Combinators.combine(common(), Arbitraries.of(PaidTrade.Kind.values()), taken)
              .as(Common::differed);
    };
  }

  private static <T> Combinators.Combinator2<Common, T> combine(Arbitrary<T> own) {
    return Combinators.combine(common(), own);
  }

  private static Arbitrary<Common> common() {
    return Combinators.combine(
            AnyValue.eventIds(),
            AnyValue.payNos(),
            AnyValue.orderNos(),
            AnyValue.money(),
            AnyValue.channels(),
            AnyValue.channelsNumbers().map(TradeNo::new),
            AnyValue.instants())
        .as(Common::new);
  }
}
