package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.CallCounts;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The books as tests read them: amounts in yuan, and how often each call came. */
final class BooksJson {
  private final CallCounts<String, Call> counts;
  private final Clock clock;

  BooksJson(CallCounts<String, Call> counts, Clock clock) {
    this.counts = counts;
    this.clock = clock;
  }

  Map<String, Integer> totals() {
    Map<String, Integer> totals = new LinkedHashMap<>();
    for (Call call : Call.values()) {
      totals.put(call.name(), counts.total(call));
    }
    return totals;
  }

  /** Returns what came about this number, also if there is no such trade. */
  Map<String, Object> calls(String outTradeNo) {
    Map<String, Integer> calls = new LinkedHashMap<>();
    for (Call call : Call.values()) {
      calls.put(call.name(), counts.times(outTradeNo, call));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("outTradeNo", outTradeNo);
    json.put("calls", calls);
    return json;
  }

  Map<String, Object> of(WechatTrade trade) {
    Map<String, Object> json = calls(trade.outTradeNo());
    json.put("state", trade.state(clock.instant()).name());
    json.put("amount", trade.request().total().yuan());
    json.put("timeExpire", trade.request().timeExpire().toString());
    json.put("notifyUrl", trade.request().notifyUrl().toString());
    json.put("request", trade.request().content());
    json.put("transactionId", trade.latest().map(WechatPayment::transactionId).orElse(""));
    json.put(
        "notificationTries",
        trade.payments().stream().mapToInt(payment -> payment.notification().tries()).sum());
    json.put(
        "acknowledged",
        trade.payments().stream().allMatch(payment -> payment.notification().acknowledged()));
    json.put("payments", trade.payments().stream().map(made -> payment(trade, made)).toList());
    json.put("refunds", trade.refunds().stream().map(BooksJson::refund).toList());
    return json;
  }

  private static Map<String, Object> payment(WechatTrade trade, WechatPayment payment) {
    return Map.of(
        "transactionId", payment.transactionId(),
        "paidAt", payment.at().toString(),
        "amount", payment.total().yuan(),
        "payerTotal", payment.payerTotal().yuan(),
        "held", new Fen(RefundRules.held(trade, payment)).yuan(),
        "refunded", new Fen(RefundRules.done(trade, payment)).yuan());
  }

  static Map<String, Object> refund(WechatRefund refund) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("refundNo", refund.outRefundNo());
    json.put("transactionId", refund.wanted().transactionId());
    json.put("amount", refund.wanted().refund().yuan());
    json.put("status", refund.status().name());
    json.put("refundId", refund.refundId());
    json.put("acceptedAt", refund.createTime().toString());
    json.put("successTime", Objects.toString(refund.successTime(), ""));
    json.put("notificationTries", refund.notification().tries());
    json.put("acknowledged", refund.notification().acknowledged());
    return json;
  }
}
