package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfAnswer;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification;
import com.yuge.payment.channelfakes.bill.BillFault;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads faults from JSON; a missing field means no fault. */
final class FaultsJson {
  private FaultsJson() {}

  static AlipayFaults read(JsonNode json) {
    return new AlipayFaults(
        OfAnswer.valueOf(json.path("answer").asString("NONE")),
        calls(json.path("calls")),
        OfNotification.valueOf(json.path("notifications").asString("NONE")),
        json.path("skewSeconds").asInt(0),
        new BigDecimal(json.path("coupon").asString("0")),
        refund(json.path("refund")),
        BillFault.valueOf(json.path("bill").asString("NONE")));
  }

  private static RefundFault refund(JsonNode json) {
    return new RefundFault(
        RefundFault.Kind.valueOf(json.path("kind").asString("NONE")),
        json.path("doneAtQuery").asInt(0));
  }

  private static Set<Call> calls(JsonNode names) {
    Set<Call> calls = EnumSet.noneOf(Call.class);
    names.forEach(name -> calls.add(Call.valueOf(name.asString())));
    return calls.isEmpty() ? EnumSet.allOf(Call.class) : calls;
  }
}
