package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads faults from JSON; a missing field means no fault. */
final class FaultsJson {
  private FaultsJson() {}

  static WechatFaults read(JsonNode json) {
    return new WechatFaults(
        OfAnswer.valueOf(json.path("answer").asString("NONE")),
        calls(json.path("calls")),
        json.path("delayMillis").asInt(0),
        json.path("skewSeconds").asInt(0),
        notifications(json.path("notifications")),
        refunds(json.path("refunds")),
        new BigDecimal(json.path("coupon").asString("0")),
        BillFault.valueOf(json.path("bill").asString("NONE")));
  }

  private static NotificationFaults notifications(JsonNode json) {
    return new NotificationFaults(
        NotificationFaults.Kind.valueOf(json.path("kind").asString("NONE")),
        json.path("copies").asInt(1),
        json.path("probes").asBoolean(false));
  }

  private static RefundFaults refunds(JsonNode json) {
    return new RefundFaults(
        RefundFaults.Kind.valueOf(json.path("kind").asString("NONE")),
        json.path("doneAtQuery").asInt(0),
        json.path("doneAfterMillis").asInt(0),
        json.path("spacingSeconds").asInt(0));
  }

  private static Set<Call> calls(JsonNode names) {
    Set<Call> calls = EnumSet.noneOf(Call.class);
    names.forEach(name -> calls.add(Call.valueOf(name.asString())));
    return calls.isEmpty() ? EnumSet.allOf(Call.class) : calls;
  }
}
