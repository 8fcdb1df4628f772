package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.channelfakes.http.ControlClient;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Acts as a payer at the cashier, and as a test at the control API. */
public final class MockChannelClient {
  private final ControlClient control;

  /** Creates a client of the channel at this address. */
  public MockChannelClient(URI url) {
    this.control = new ControlClient(url);
  }

  /** Presses pay; returns the state of the trade afterwards. */
  public String pressPay(String payNo) {
    return control.post("/cashier/" + payNo + "/pay", Map.of()).path("state").asString();
  }

  /** Presses fail; returns the state of the trade afterwards. */
  public String pressFail(String payNo) {
    return control.post("/cashier/" + payNo + "/fail", Map.of()).path("state").asString();
  }

  /** Pays this amount in any state of the trade; returns the trade number of the payment. */
  public String pay(String payNo, String amount) {
    return force(payNo, Map.of("amount", amount));
  }

  /** Pays in full, at this time by the channel's clock; returns the trade number of the payment. */
  public String payAt(String payNo, Instant paidAt) {
    return force(payNo, Map.of("paidAt", paidAt.toString()));
  }

  private String force(String payNo, Map<String, String> payment) {
    return control.post("/control/payments/" + payNo, payment).path("tradeNo").asString();
  }

  /** Decides a refund that takes its time: SUCCESS, ABNORMAL or CLOSED. */
  public void decideRefund(String refundNo, String status) {
    JsonNode unused = control.post("/control/refunds/" + refundNo, Map.of("status", status));
  }

  /** Returns the refund in the channel's books; a missing node if there is none. */
  public JsonNode refund(String payNo, String refundNo) {
    return find(seen(payNo).path("refunds"), "refundNo", refundNo);
  }

  /** Returns the refunded amount of a payment, such as 1.50. */
  public String refunded(String payNo, String tradeNo) {
    return find(seen(payNo).path("payments"), "tradeNo", tradeNo).path("refunded").asString();
  }

  private static JsonNode find(JsonNode all, String field, String value) {
    return all.valueStream()
        .filter(one -> one.path(field).asString().equals(value))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** Makes the channel misbehave in this trade. */
  public void spoil(String payNo, Faults faults) {
    control.put("/control/faults/" + payNo, faults);
  }

  /** Makes the channel misbehave in all trades that have no faults of their own. */
  public void spoilAll(Faults faults) {
    control.put("/control/faults", faults);
  }

  /** Ends all misbehaviour. */
  public void behave() {
    control.delete("/control/faults");
  }

  /** Lets the channel sign like this from now on. */
  public void signBy(Signing signing) {
    control.put(
        "/control/signing",
        Map.of(
            "scheme", signing.scheme().name(),
            "keyId", Objects.toString(signing.keyId(), ""),
            "secret", signing.secret()));
  }

  /** Sends the held callbacks; returns their number. */
  public int release(boolean latestFirst) {
    return control
        .post("/control/callbacks/release", Map.of("latestFirst", latestFirst))
        .path("released")
        .asInt();
  }

  /** Returns the statement of a day as it would be now, also of a day that is not over. */
  public String bill(LocalDate day) {
    return control.download("/control/bills/" + day).text();
  }

  /** Adds these lines to the statements, in place of those that were added before. */
  public void plant(ExtraLine... lines) {
    control.put("/control/bills/lines", Map.of("lines", lines));
  }

  /** Returns what the channel saw of a pay number: calls by kind, state, tries of callbacks. */
  public JsonNode seen(String payNo) {
    return control.get("/control/trades/" + payNo);
  }
}
