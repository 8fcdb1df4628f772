package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.wechat.WechatRefund.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sets faults, makes payments that no cashier would take, and shows the books. */
final class ControlApi implements Endpoint {
  private final WechatBooks books;
  private final FaultBoard<String, WechatFaults> faults;
  private final BooksJson json;
  private final BillService bills;
  private final Money money;

  /** The services that change the books. */
  record Money(PaymentService payments, RefundService refunds, Notifier notifier) {}

  ControlApi(
      WechatBooks books,
      FaultBoard<String, WechatFaults> faults,
      BooksJson json,
      BillService bills,
      Money money) {
    this.books = books;
    this.faults = faults;
    this.json = json;
    this.bills = bills;
    this.money = money;
  }

  @Override
  public Answer handle(Request request) {
    List<String> path = request.path();
    String what = request.method() + " " + (path.size() > 1 ? path.get(1) : "");
    String name = path.size() > 2 ? path.get(2) : null;
    return switch (what) {
      case "PUT faults" -> spoil(name, request);
      case "DELETE faults" -> behave(name);
      case "POST notifications" -> release(request.json());
      case "GET calls" -> Answer.json(json.totals());
      case "GET bills" -> bill(required(name));
      case "PUT bills" -> plant(required(name), request.json());
      default -> Answer.json(about(what, required(name), request));
    };
  }

  private Answer spoil(@Nullable String outTradeNo, Request request) {
    faults.set(outTradeNo, FaultsJson.read(request.json()));
    return Answer.json(Map.of("done", true));
  }

  private Answer behave(@Nullable String outTradeNo) {
    faults.clear(outTradeNo);
    return Answer.json(Map.of("done", true));
  }

  private Answer bill(String day) {
    return BillDay.parse(day)
        .flatMap(wanted -> bills.write(wanted, BillType.ALL))
        .map(BillCalls::file)
        .orElseThrow(this::missing);
  }

  private Answer plant(String what, JsonNode json) {
    if (!what.equals("lines")) {
      throw missing();
    }
    bills.extras().set(json);
    return Answer.json(Map.of("done", true));
  }

  private Answer release(JsonNode wanted) {
    boolean latestFirst = wanted.path("latestFirst").asBoolean(false);
    return Answer.json(Map.of("released", money.notifier().release(latestFirst)));
  }

  private Map<String, Object> about(String what, String name, Request request) {
    return switch (what) {
      case "GET trades" -> books.find(name).map(json::of).orElseGet(() -> json.calls(name));
      case "GET codes" ->
          books.tradeOfHandle(name).flatMap(books::find).map(json::of).orElseThrow(this::missing);
      case "POST payments" -> pay(name, request.json());
      case "POST refunds" -> decide(name, request.json());
      default -> throw missing();
    };
  }

  private Map<String, Object> pay(String outTradeNo, JsonNode wanted) {
    Optional<Fen> amount =
        Optional.of(wanted.path("amount").asString(""))
            .filter(text -> !text.isEmpty())
            .map(Fen::ofYuan);
    return money.payments().force(outTradeNo, amount).map(json::of).orElseThrow(this::missing);
  }

  private Map<String, Object> decide(String outRefundNo, JsonNode wanted) {
    Status status = Status.valueOf(wanted.path("status").asString("SUCCESS"));
    return money
        .refunds()
        .decide(outRefundNo, status)
        .map(BooksJson::refund)
        .orElseThrow(this::missing);
  }

  private static String required(@Nullable String name) {
    if (name == null) {
      throw new BadRequest(404, "no such control");
    }
    return name;
  }

  private BadRequest missing() {
    return new BadRequest(404, "nothing of this kind and name");
  }
}
