package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.RefundFaults.OfRefund;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads faults from JSON; a missing field means no fault. */
final class FaultsJson {
  private FaultsJson() {}

  static Faults read(JsonNode json) {
    return new Faults(
        OfAnswer.valueOf(json.path("answer").asString("NONE")),
        calls(json.path("calls")),
        json.path("delayMillis").asInt(0),
        OfCallbacks.valueOf(json.path("callbacks").asString("NONE")),
        json.path("copies").asInt(1),
        json.path("paysAfterEnd").asBoolean(false),
        refunds(json.path("refunds")),
        BillFault.valueOf(json.path("bill").asString("NONE")));
  }

  private static RefundFaults refunds(JsonNode json) {
    return new RefundFaults(
        OfRefund.valueOf(json.path("kind").asString("NONE")),
        json.path("doneAtQuery").asInt(0),
        json.path("doneAfterMillis").asInt(0));
  }

  private static Set<Call> calls(JsonNode names) {
    Set<Call> calls = EnumSet.noneOf(Call.class);
    names.forEach(name -> calls.add(Call.valueOf(name.asString())));
    return calls.isEmpty() ? EnumSet.allOf(Call.class) : calls;
  }
}
