package com.yuge.payment.in.rest;

import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Refunds as their callers and operators ask for them. */
final class RefundHttp implements AutoCloseable {
  static final String UNKNOWN = "REF20240101123000123000000000099";
  static final String BY_LI = "\"by\":\"li\",\"reason\":\"agreed with the payer\"";

  final PaymentHttp http = PaymentHttp.start();
  final FakeRefunds channel = http.bean(FakeRefunds.class);
  final SettableClock clock = http.clock();

  /** A new order, paid by the trade T1 as it asks. */
  String paid(String orderNo) throws Exception {
    String payNo = http.created(orderNo);
    http.paid(payNo, "T1-" + orderNo, "99.90");
    return payNo;
  }

  static String body(String refundOrderNo, String amount) {
    return body(refundOrderNo, amount, "");
  }

  /** With more fields, each after a comma. */
  static String body(String refundOrderNo, String amount, String more) {
    return """
        {"refundOrderNo": "%s", "amount": %s, "reason": "out of stock"%s}
        """
        .formatted(refundOrderNo, amount, more)
        .strip();
  }

  Answer refund(String payNo, String body) throws Exception {
    return http.post("/payments/" + payNo + "/refunds", body);
  }

  /** How often this happened to a refund. */
  double counted(String result) {
    return http.bean(MeterRegistry.class)
        .counter("payment.refunds", "result", result, "channel", "MOCK")
        .count();
  }

  /** The number of a refund that is agreed to. */
  String refunded(String payNo, String refundOrderNo, String amount) throws Exception {
    return refund(payNo, body(refundOrderNo, amount)).isOk().at("$.data.refundNo");
  }

  Answer get(String refundNo) throws Exception {
    return http.get("/payments/refunds/" + refundNo);
  }

  List<String> listed(String query) throws Exception {
    return http.get("/payments/refunds" + query).isOk().at("$.data[*].refundNo");
  }

  Answer operate(String refundNo, String what) throws Exception {
    return operate(refundNo, what, "{" + BY_LI + "}");
  }

  Answer operate(String refundNo, String what, String body) throws Exception {
    return http.post("/payments/refunds/" + refundNo + "/" + what, body);
  }

  Answer resolve(String refundNo, String to) throws Exception {
    return operate(refundNo, "resolve", "{" + BY_LI + ",\"to\":\"" + to + "\"}");
  }

  @Override
  public void close() {
    http.close();
  }
}
