package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.mock.BookedRefund.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Decides refunds that take their time, and reports the refunds in the books. */
final class RefundControl implements Endpoint {
  private final RefundService service;

  RefundControl(RefundService service) {
    this.service = service;
  }

  @Override
  public Answer handle(Request request) {
    if (!request.shape().equals("POST control/refunds/*")) {
      throw new BadRequest(404, "no such control: " + request.shape());
    }
    State state = State.valueOf(request.json().path("status").asString("SUCCESS"));
    return service
        .decide(request.refundNo(), state)
        .map(refund -> Answer.json(json(refund)))
        .orElseThrow(() -> new BadRequest(404, "no such refund"));
  }

  /** Adds the refunds of a trade, and the refunded amount of each of its payments. */
  static void putRefunds(BookedTrade trade, Map<String, Object> seen) {
    seen.put("payments", trade.payments().stream().map(made -> sums(trade, made)).toList());
    List<Map<String, Object>> refunds = trade.refunds().stream().map(RefundControl::json).toList();
    seen.put("refunds", refunds);
  }

  private static Map<String, Object> sums(BookedTrade trade, Payment payment) {
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put("tradeNo", payment.tradeNo().value());
    sums.put("status", payment.status().name());
    sums.put("amount", payment.amount().amount().toPlainString());
    sums.put("refunded", RefundRules.done(trade, payment.tradeNo()).toPlainString());
    sums.put("held", RefundRules.held(trade, payment.tradeNo()).toPlainString());
    return sums;
  }

  private static Map<String, Object> json(BookedRefund refund) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("refundNo", refund.refundNo().value());
    json.put("tradeNo", refund.tradeNo().value());
    json.put("amount", refund.amount().amount().toPlainString());
    json.put("status", refund.state().name());
    json.put("channelRefundNo", refund.channelRefundNo());
    json.put("refundedAt", Objects.toString(refund.refundedAt(), ""));
    json.put("callbackTries", refund.callback().tries());
    json.put("acknowledged", refund.callback().acknowledged());
    return json;
  }
}
