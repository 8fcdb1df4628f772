package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sets faults, makes payments and refunds that no cashier would, and shows the books. */
final class ControlApi implements Endpoint {
  private final FaultBoard<String, AlipayFaults> faults;
  private final BooksJson shown;
  private final BillService bills;
  private final Services services;

  /** The services that change the books. */
  record Services(PaymentService payments, RefundService refunds, Notifier notifier) {}

  ControlApi(
      FaultBoard<String, AlipayFaults> faults,
      BooksJson shown,
      BillService bills,
      Services services) {
    this.faults = faults;
    this.shown = shown;
    this.bills = bills;
    this.services = services;
  }

  @Override
  public Answer handle(Request request) {
    List<String> path = request.path();
    String what = request.method() + " " + (path.size() > 1 ? path.get(1) : "");
    String name = path.size() > 2 ? path.get(2) : "";
    return switch (what) {
      case "PUT faults", "DELETE faults" -> faults(request, name.isEmpty() ? null : name);
      case "GET calls" -> Answer.json(shown.calls());
      case "GET bills" -> bill(name);
      case "PUT bills" -> plant(name, request.json());
      case "GET trades" -> Answer.json(shown.trade(name));
      case "POST trades" -> trade(name, path.size() > 3 ? path.get(3) : "", request.json());
      case "POST refunds" -> decide(name, request.json().path("status").asString(""));
      case "POST notifications" -> release(request.json());
      default -> throw new BadRequest(404, "no such control: " + what);
    };
  }

  private Answer faults(Request request, @Nullable String outTradeNo) {
    if (request.method().equals("PUT")) {
      faults.set(outTradeNo, FaultsJson.read(request.json()));
    } else {
      faults.clear(outTradeNo);
    }
    return done();
  }

  private Answer bill(String day) {
    return BillDay.parse(day)
        .flatMap(bills::write)
        .map(BillCalls::file)
        .orElseThrow(() -> new BadRequest(404, "no bill of this day"));
  }

  private Answer plant(String what, JsonNode json) {
    if (!what.equals("lines")) {
      throw new BadRequest(404, "no such control of bills: " + what);
    }
    bills.extras().set(json);
    return done();
  }

  private Answer trade(String outTradeNo, String action, JsonNode json) {
    Optional<BookedTrade> trade =
        switch (action) {
          case "scan" -> services.payments().scan(outTradeNo);
          case "pay" -> services.payments().force(outTradeNo, amount(json));
          case "finish" -> services.payments().finish(outTradeNo);
          default -> throw new BadRequest(404, "no such control of a trade: " + action);
        };
    if (trade.isEmpty()) {
      throw new BadRequest(404, "no such trade");
    }
    return Answer.json(shown.trade(outTradeNo));
  }

  private static Optional<Money> amount(JsonNode json) {
    return Optional.of(json.path("amount").asString(""))
        .filter(text -> !text.isEmpty())
        .map(text -> Money.cny(new BigDecimal(text)));
  }

  private Answer decide(String outRequestNo, String status) {
    switch (status) {
      case "SUCCESS" -> services.refunds().decide(outRequestNo, true);
      case "FAILED" -> services.refunds().decide(outRequestNo, false);
      default -> throw new BadRequest(400, "a refund becomes SUCCESS or FAILED");
    }
    return done();
  }

  private Answer release(JsonNode json) {
    boolean latestFirst = json.path("latestFirst").asBoolean(false);
    return Answer.json(Map.of("released", services.notifier().release(latestFirst)));
  }

  private static Answer done() {
    return Answer.json(Map.of("done", true));
  }
}
