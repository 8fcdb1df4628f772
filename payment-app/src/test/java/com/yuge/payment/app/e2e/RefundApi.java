package com.yuge.payment.app.e2e;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A shop and an operator who give money back, over HTTP. */
public record RefundApi(PaymentApi api) {
  private static final Map<String, String> OPERATOR = Map.of("by", "li", "reason", "payer calls");
  private static final Duration SOON = Duration.ofSeconds(60);

  public Answer ask(String payNo, String refundOrderNo, String amount) {
    return api.post(
        "/payments/" + payNo + "/refunds",
        Map.of("refundOrderNo", refundOrderNo, "amount", amount, "reason", "returned"));
  }

  /** Repeats the request while the service is too busy, as a caller does. */
  public Answer askUntilAnswered(String payNo, String refundOrderNo, String amount) {
    return PaymentApi.untilAnswered(SOON, () -> ask(payNo, refundOrderNo, amount));
  }

  /** An operator gives an unapplied payment back, which only goes as a whole. */
  public Answer giveBack(String payNo, String refundOrderNo, String tradeNo, String amount) {
    return api.post(
        "/payments/" + payNo + "/refunds",
        Map.of(
            "refundOrderNo", refundOrderNo,
            "amount", amount,
            "reason", "paid twice",
            "tradeNo", tradeNo));
  }

  public Answer find(String refundNo) {
    return api.get("/payments/refunds/" + refundNo);
  }

  /** The order's refunds, oldest first. */
  public List<JsonNode> of(String payNo) {
    return api.get("/payments/" + payNo + "/refunds").data().valueStream().toList();
  }

  /** An operator cancels it, if the channel was not asked. */
  public Answer cancel(String refundNo) {
    return api.post("/payments/refunds/" + refundNo + "/cancel", OPERATOR);
  }

  /** An operator has the channel called at once. */
  public Answer reconcile(String refundNo) {
    return api.post("/payments/refunds/" + refundNo + "/reconcile", OPERATOR);
  }
}
