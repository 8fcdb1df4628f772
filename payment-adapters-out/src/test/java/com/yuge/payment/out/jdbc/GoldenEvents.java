package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentAmountDiffered;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentClosed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentFailed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched.Reason;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementMatched;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events whose payloads are published as examples, by the names of the files. */
final class GoldenEvents {
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  static final PayNo PAY_NO = new PayNo("PAY20261122120000123000000000142");
  static final OrderNo ORDER_NO = new OrderNo("ORD1");
  static final Money PRICE = yuan("99.90");
  static final PayChannel WECHAT = new PayChannel("WECHAT");
  static final TradeNo TRADE = new TradeNo("4200001852202611221234567890");
  static final Instant PAID_AT = Instant.parse("2026-11-22T04:00:30Z");
  static final Instant HEARD_AT = Instant.parse("2026-11-22T04:00:31.123456Z");

  private static final TradeNo SECOND_TRADE = new TradeNo("4200001852202611221234567891");
  private static final Money DOLLARS =
      new Money(new BigDecimal("99.90"), Currency.getInstance("USD"));

  private GoldenEvents() {}

  static Map<String, DomainEvent> all() {
    Map<String, DomainEvent> all = new TreeMap<>(GoldenRefunds.all());
    all.put("PAYMENT_SUCCEEDED", succeeded());
    all.put("PAYMENT_FAILED", failed(TRADE));
    all.put("PAYMENT_FAILED.no-trade", failed(null));
    all.put("PAYMENT_CLOSED", closed());
    all.put("PAYMENT_LATE_SUCCEEDED", late(PayStatus.CLOSED));
    all.put("PAYMENT_LATE_SUCCEEDED.after-failure", late(PayStatus.FAILED));
    all.put("PAYMENT_MISMATCHED", mismatched(Reason.MISMATCH, TRADE, yuan("0.01")));
    all.put("PAYMENT_MISMATCHED.currency", mismatched(Reason.MISMATCH, TRADE, DOLLARS));
    all.put("PAYMENT_MISMATCHED.duplicate", mismatched(Reason.DUPLICATE, SECOND_TRADE, PRICE));
    all.put("PAYMENT_MISMATCHED.claim", mismatched(Reason.CLAIM, TRADE, PRICE));
    all.put("PAYMENT_MISMATCHED.no-amount", mismatched(Reason.DUPLICATE, SECOND_TRADE, null));
    all.put("PAYMENT_AMOUNT_DIFFERED", differed(Kind.SETTLED));
    all.put("PAYMENT_AMOUNT_DIFFERED.late", differed(Kind.LATE));
    all.put("STATEMENT_MATCHED", matched());
    return all;
  }

  private static StatementMatched matched() {
    return new StatementMatched(
        new EventId("STATEMENT-7-1"),
        new AggregateKey("STATEMENT-7"),
        new StatementKey(WECHAT, "1900000109", LocalDate.of(2026, 11, 21), "ALL"),
        1,
        new StatementTotals(
            1024, new BigDecimal("10234.50"), new BigDecimal("99.90"), new BigDecimal("61.407")),
        3,
        2,
        HEARD_AT);
  }

  private static PaymentSucceeded succeeded() {
    return new PaymentSucceeded(id(2), PAY_NO, ORDER_NO, PRICE, WECHAT, TRADE, PAID_AT, HEARD_AT);
  }

  private static PaymentFailed failed(@Nullable TradeNo tradeNo) {
    return new PaymentFailed(id(2), PAY_NO, ORDER_NO, PRICE, WECHAT, tradeNo, HEARD_AT);
  }

  private static PaymentClosed closed() {
    return new PaymentClosed(id(2), PAY_NO, ORDER_NO, PRICE, WECHAT, "EXPIRED", HEARD_AT);
  }

  private static PaymentLateSucceeded late(PayStatus ended) {
    return new PaymentLateSucceeded(
        id(3), PAY_NO, ORDER_NO, PRICE, WECHAT, TRADE, ended, PAID_AT, HEARD_AT);
  }

  private static PaymentMismatched mismatched(
      Reason reason, TradeNo tradeNo, @Nullable Money taken) {
    return new PaymentMismatched(
        id(3), PAY_NO, ORDER_NO, PRICE, WECHAT, reason, tradeNo, taken, HEARD_AT);
  }

  private static PaymentAmountDiffered differed(Kind kind) {
    return new PaymentAmountDiffered(
        id(3), PAY_NO, ORDER_NO, PRICE, WECHAT, kind, TRADE, yuan("99.00"), HEARD_AT);
  }

  static EventId id(int version) {
    return PayOrderEvent.id(PAY_NO, version);
  }
}
