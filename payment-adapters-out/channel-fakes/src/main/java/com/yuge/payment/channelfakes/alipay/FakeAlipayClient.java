package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.channelfakes.http.ControlClient;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Acts as a payer at the cashier, and as a test at the control API. */
public final class FakeAlipayClient {
  private final ControlClient control;

  /** Creates a client of the fake at this address. */
  public FakeAlipayClient(URI url) {
    this.control = new ControlClient(url);
  }

  /** Opens the trade as a payer does who scans the QR code and does nothing more. */
  public String scan(String outTradeNo) {
    return state(control.post("/control/trades/" + outTradeNo + "/scan", Map.of()));
  }

  /** Presses pay; returns the state of the trade afterwards. */
  public String pressPay(String outTradeNo) {
    return state(control.post("/cashier/" + outTradeNo + "/pay", Map.of()));
  }

  /** Makes a payment that fails, which leaves the trade unpaid; returns its state. */
  public String pressFail(String outTradeNo) {
    return state(control.post("/cashier/" + outTradeNo + "/fail", Map.of()));
  }

  /** Pays this amount, even if the trade is closed or expired; returns the trade number. */
  public String pay(String outTradeNo, String amount) {
    return control
        .post("/control/trades/" + outTradeNo + "/pay", Map.of("amount", amount))
        .path("tradeNo")
        .asString();
  }

  /** Ends the time for refunds of a paid trade; returns the state of the trade afterwards. */
  public String finish(String outTradeNo) {
    return state(control.post("/control/trades/" + outTradeNo + "/finish", Map.of()));
  }

  private static String state(JsonNode trade) {
    return trade.path("state").asString();
  }

  /** Decides a late refund: SUCCESS, or FAILED, which takes it out of the books. */
  public void decideRefund(String outRequestNo, String status) {
    JsonNode unused = control.post("/control/refunds/" + outRequestNo, Map.of("status", status));
  }

  /** Makes the fake misbehave in this trade. */
  public void spoil(String outTradeNo, AlipayFaults faults) {
    control.put("/control/faults/" + outTradeNo, faults);
  }

  /** Makes the fake misbehave in all trades that have no faults of their own. */
  public void spoil(AlipayFaults faults) {
    control.put("/control/faults", faults);
  }

  /** Ends all misbehaviour. */
  public void behave() {
    control.delete("/control/faults");
  }

  /** Sends the held notifications, in their order; returns their number. */
  public int release() {
    return release(false);
  }

  /** Sends the held notifications; returns their number. */
  public int release(boolean latestFirst) {
    return control
        .post("/control/notifications/release", Map.of("latestFirst", latestFirst))
        .path("released")
        .asInt();
  }

  /** Returns the trade in the books: state, numbers, refunds, calls and notifications. */
  public JsonNode trade(String outTradeNo) {
    return control.get("/control/trades/" + outTradeNo);
  }

  /** Returns the ZIP of a day's bill as it would be now, also of a day that is not over. */
  public byte[] bill(LocalDate day) {
    return control.download("/control/bills/" + day).bytes();
  }

  /** Adds these lines to the bills, in place of those that were added before. */
  public void plant(ExtraLine... lines) {
    control.put("/control/bills/lines", Map.of("lines", lines));
  }

  /** Returns how often this call came to the fake, refused requests included. */
  public int calls(Call call) {
    return control.get("/control/calls").path(call.name()).asInt(0);
  }
}
