package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.channelfakes.http.ControlClient;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Acts as a payer at the cashier, and as a test at the control API. */
public final class FakeWechatClient {
  private final URI url;
  private final ControlClient control;

  /** Creates a client of the fake at this address. */
  public FakeWechatClient(URI url) {
    this.url = url;
    this.control = new ControlClient(url);
  }

  /** Presses paid; returns the state of the trade afterwards. */
  public String pressPay(String outTradeNo) {
    return control.post("/cashier/" + outTradeNo + "/pay", Map.of()).path("state").asString();
  }

  /** Presses failed, which leaves the trade unpaid; returns its state. */
  public String pressFail(String outTradeNo) {
    return control.post("/cashier/" + outTradeNo + "/fail", Map.of()).path("state").asString();
  }

  /** Pays this amount in any state of the trade; returns the transaction id of the payment. */
  public String pay(String outTradeNo, String amount) {
    return control
        .post("/control/payments/" + outTradeNo, Map.of("amount", amount))
        .path("transactionId")
        .asString();
  }

  /** Makes the channel misbehave in this trade. */
  public void spoil(String outTradeNo, WechatFaults faults) {
    control.put("/control/faults/" + outTradeNo, faults);
  }

  /** Makes the channel misbehave in all trades that have no faults of their own. */
  public void spoil(WechatFaults faults) {
    control.put("/control/faults", faults);
  }

  /** Ends all misbehaviour. */
  public void behave() {
    control.delete("/control/faults");
  }

  /** Returns the trade in the books; of an unknown one only the calls about it. */
  public JsonNode trade(String outTradeNo) {
    return control.get("/control/trades/" + outTradeNo);
  }

  /** Returns the trade of a QR code. */
  public JsonNode tradeOf(String codeUrl) {
    return control.get("/control/codes/" + Handles.ofCodeUrl(codeUrl));
  }

  /** Returns the page where a person pays. */
  public URI cashier(String outTradeNo) {
    return url.resolve("/cashier/" + outTradeNo);
  }

  /** Decides a refund: SUCCESS, ABNORMAL or CLOSED. */
  public void decideRefund(String refundNo, String status) {
    JsonNode unused = control.post("/control/refunds/" + refundNo, Map.of("status", status));
  }

  /** Sends the held notifications in their order; returns their number. */
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

  /** Returns the ALL bill of a day as it would be now, also of a day that is not over. */
  public String bill(LocalDate day) {
    return control.download("/control/bills/" + day).text();
  }

  /** Adds these lines to the bills, in place of those that were added before. */
  public void plant(ExtraLine... lines) {
    control.put("/control/bills/lines", Map.of("lines", lines));
  }

  /** Returns how many calls of this kind came, including refused and unanswered ones. */
  public int calls(Call call) {
    return control.get("/control/calls").path(call.name()).asInt();
  }
}
