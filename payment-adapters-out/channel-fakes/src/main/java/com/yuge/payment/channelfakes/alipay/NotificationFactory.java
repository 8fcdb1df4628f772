package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedTrade.Status;
import com.yuge.payment.channelfakes.alipay.Books.Change;
import com.yuge.payment.channelfakes.http.RandomDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the notification about a change; those of refunds go to the payment's address too. */
final class NotificationFactory {
  private final FakeAlipayKeys keys;

  NotificationFactory(FakeAlipayKeys keys) {
    this.keys = keys;
  }

  List<Notification> of(Change change) {
    URI url = change.after().terms().notifyUrl();
    if (url == null || change.after().scan() == null) {
      return List.of();
    }
    List<Map<String, String>> events = new ArrayList<>();
    if (isNotifiable(change)) {
      events.add(base(change.after()));
    }
    change.after().refunds().stream()
        .filter(refund -> isNewlyDone(change, refund))
        .forEach(refund -> events.add(refunded(change.after(), refund)));
    return events.stream()
        .map(event -> new Notification(change.after().outTradeNo(), url, event))
        .toList();
  }

  /** A full refund changes the status too, but the notification is about a refund. */
  private static boolean isNotifiable(Change change) {
    BookedTrade after = change.after();
    boolean paid = change.before().payment() == null && after.payment() != null;
    boolean closed = change.before().closedAt() == null && after.closedAt() != null;
    return paid || closed || (after.finished() && !change.before().finished());
  }

  private static boolean isNewlyDone(Change change, BookedRefund refund) {
    Optional<BookedRefund> before = change.before().refund(refund.outRequestNo());
    return refund.isDone() && !before.map(BookedRefund::isDone).orElse(false);
  }

  private Map<String, String> refunded(BookedTrade trade, BookedRefund refund) {
    Map<String, String> fields = base(trade);
    fields.put("refund_fee", trade.refunded().toPlainString());
    fields.put("out_biz_no", refund.outRequestNo());
    Instant doneAt = refund.doneAt();
    if (doneAt != null) {
      fields.put("gmt_refund", AlipayTime.precise(doneAt));
      putClosed(trade, doneAt, fields);
    }
    return fields;
  }

  private static void putClosed(BookedTrade trade, Instant at, Map<String, String> fields) {
    if (trade.status() == Status.TRADE_CLOSED) {
      fields.put("gmt_close", AlipayTime.of(at));
    }
  }

  private Map<String, String> base(BookedTrade trade) {
    Map<String, String> fields = new HashMap<>(parties());
    BookedTrade.Scan scan = TradeCalls.scan(trade);
    fields.put("notify_id", AlipayTime.day(scan.at()) + RandomDecimal.digits(26));
    fields.put("trade_no", scan.tradeNo());
    fields.put("gmt_create", AlipayTime.of(scan.at()));
    fields.put("out_trade_no", trade.outTradeNo());
    fields.put("subject", trade.terms().subject());
    fields.put("trade_status", trade.status().name());
    fields.put("total_amount", trade.total().amount().toPlainString());
    if (trade.payment() != null) {
      fields.putAll(paid(trade.payment()));
    }
    if (trade.closedAt() != null) {
      putClosed(trade, trade.closedAt(), fields);
    }
    return fields;
  }

  private Map<String, String> parties() {
    return Map.of(
        "notify_type",
        "trade_status_sync",
        "charset",
        "UTF-8",
        "version",
        "1.0",
        "sign_type",
        "RSA2",
        "app_id",
        keys.appId(),
        "auth_app_id",
        keys.appId(),
        "seller_id",
        keys.sellerId(),
        "buyer_id",
        Buyer.ID,
        "buyer_logon_id",
        Buyer.LOGON);
  }

  private static Map<String, String> paid(Payment payment) {
    String received = payment.received().toPlainString();
    return Map.of(
        "gmt_payment",
        AlipayTime.of(payment.at()),
        "receipt_amount",
        received,
        "buyer_pay_amount",
        received,
        "invoice_amount",
        received,
        "point_amount",
        "0.00",
        "fund_bill_list",
        "[{\"amount\":\"%s\",\"fundChannel\":\"ALIPAYACCOUNT\"}]".formatted(received));
  }
}
