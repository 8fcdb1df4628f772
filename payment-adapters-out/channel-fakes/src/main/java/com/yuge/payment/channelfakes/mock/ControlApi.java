package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.CallCounts;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Signing.Scheme;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Sets faults, makes payments that no cashier would take, and reports what the channel saw. */
final class ControlApi implements Endpoint {
  private final Books books;
  private final FaultBoard<PayNo, Faults> faults;
  private final PaymentService payments;
  private final Callbacks callbacks;
  private final CallCounts<PayNo, Call> asked;

  ControlApi(
      Books books,
      FaultBoard<PayNo, Faults> faults,
      PaymentService payments,
      Callbacks callbacks,
      CallCounts<PayNo, Call> asked) {
    this.books = books;
    this.faults = faults;
    this.payments = payments;
    this.callbacks = callbacks;
    this.asked = asked;
  }

  @Override
  public Answer handle(Request request) {
    switch (request.shape()) {
      case "PUT control/faults" -> faults.set(null, FaultsJson.read(request.json()));
      case "PUT control/faults/*" -> faults.set(request.payNo(), FaultsJson.read(request.json()));
      case "DELETE control/faults" -> faults.clear(null);
      case "DELETE control/faults/*" -> faults.clear(request.payNo());
      case "PUT control/signing" -> callbacks.signBy(signing(request.json()));
      case "POST control/payments/*" -> {
        return pay(request.payNo(), request.json());
      }
      case "POST control/callbacks/release" -> {
        boolean latestFirst = request.json().path("latestFirst").asBoolean(false);
        return Answer.json(Map.of("released", callbacks.release(latestFirst)));
      }
      case "GET control/trades/*" -> {
        return Answer.json(seen(request.payNo()));
      }
      default -> throw new BadRequest(404, "no such control: " + request.shape());
    }
    return Answer.json(Map.of("done", true));
  }

  private static Signing signing(JsonNode json) {
    String keyId = json.path("keyId").asString("");
    String secret = json.path("secret").asString("");
    if (keyId.isEmpty()) {
      return Signing.md5(secret);
    }
    Scheme scheme = Scheme.valueOf(json.path("scheme").asString(Scheme.HMAC_V2.name()));
    return new Signing(scheme, keyId, secret);
  }

  private Answer pay(PayNo payNo, JsonNode json) {
    Status status = Status.valueOf(json.path("status").asString("SUCCESS"));
    Optional<Money> amount =
        Optional.of(json.path("amount").asString(""))
            .filter(text -> !text.isEmpty())
            .map(text -> Money.cny(new BigDecimal(text)));
    BookedTrade trade =
        payments
            .force(payNo, status, amount, paidAt(json))
            .orElseThrow(() -> new BadRequest(404, "no such trade"));
    return Answer.json(
        Map.of("payNo", payNo.value(), "tradeNo", trade.latest().orElseThrow().tradeNo().value()));
  }

  private static Optional<Instant> paidAt(JsonNode json) {
    try {
      return Optional.of(json.path("paidAt").asString(""))
          .filter(text -> !text.isEmpty())
          .map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new BadRequest(400, "paidAt must be an instant such as 2026-11-22T12:00:00Z");
    }
  }

  private Map<String, Object> seen(PayNo payNo) {
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("payNo", payNo.value());
    for (Call call : Call.values()) {
      seen.put(call.name().toLowerCase(Locale.ROOT), asked.times(payNo, call));
    }
    books.find(payNo).ifPresent(trade -> put(trade, seen));
    return seen;
  }

  private static void put(BookedTrade trade, Map<String, Object> seen) {
    seen.put("state", trade.state().name());
    seen.put("notifyUrl", trade.notifyUrl().toString());
    seen.put("callbackTries", trade.payments().stream().mapToInt(Payment::tries).sum());
    seen.put("acknowledged", trade.payments().stream().allMatch(Payment::acknowledged));
    RefundControl.putRefunds(trade, seen);
  }
}
