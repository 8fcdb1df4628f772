package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Shows the books; looking at a trade does not open it. */
final class BooksJson {
  private final TradeService trades;
  private final Calls calls;
  private final Notifier notifier;

  BooksJson(TradeService trades, Calls calls, Notifier notifier) {
    this.trades = trades;
    this.calls = calls;
    this.notifier = notifier;
  }

  Map<Call, Integer> calls() {
    return calls.counts();
  }

  Map<String, Object> trade(String outTradeNo) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("outTradeNo", outTradeNo);
    shown.put("calls", calls.counts(outTradeNo));
    trades.find(outTradeNo).ifPresent(trade -> show(trade, shown));
    shown.put("notifications", notifier.of(outTradeNo).stream().map(BooksJson::json).toList());
    return shown;
  }

  private static void show(BookedTrade trade, Map<String, Object> shown) {
    shown.put("state", trade.status().name());
    shown.put("tradeNo", trade.scan() == null ? "" : trade.scan().tradeNo());
    shown.put("qrCode", trade.qrCode());
    shown.put("subject", trade.terms().subject());
    shown.put("expireAt", trade.terms().expireAt().toString());
    shown.put("notifyUrl", Objects.toString(trade.terms().notifyUrl(), ""));
    shown.put("returnUrl", Objects.toString(trade.terms().returnUrl(), ""));
    shown.put("total", trade.total().amount().toPlainString());
    shown.put("paidAt", trade.payment() == null ? "" : trade.payment().at().toString());
    shown.put("refunded", trade.refunded().toPlainString());
    shown.put("refunds", trade.refunds().stream().map(BooksJson::shown).toList());
  }

  private static Map<String, Object> shown(BookedRefund refund) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("refundNo", refund.outRequestNo());
    shown.put("amount", refund.amount().amount().toPlainString());
    shown.put("reason", refund.reason());
    shown.put("status", refund.isDone() ? "SUCCESS" : "PROCESSING");
    shown.put("refundedAt", Objects.toString(refund.doneAt(), ""));
    return shown;
  }

  private static Map<String, Object> json(PendingNotification pending) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("notifyId", pending.notification().field("notify_id"));
    json.put("status", pending.notification().field("trade_status"));
    json.put("outBizNo", pending.notification().field("out_biz_no"));
    json.put("tries", pending.tries());
    json.put("acknowledged", pending.isAcknowledged());
    return json;
  }
}
