package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.CallCounts;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.mock.BookedTrade.State;
import com.yuge.payment.channelfakes.mock.Books.Change;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The channel's API for services. Every answer about a trade is HTTP 200 and names its pay number,
 * so that a proxy's 404 is never mistaken for "no such trade".
 */
final class TradeApi implements Endpoint {
  private final Books books;
  private final CallCounts<PayNo, Call> asked;
  private final RefundApi refunds;
  private final String cashier;

  TradeApi(Books books, CallCounts<PayNo, Call> asked, RefundApi refunds, String cashier) {
    this.books = books;
    this.asked = asked;
    this.refunds = refunds;
    this.cashier = cashier;
  }

  static PayNo payNo(Request request) {
    return call(request) == Call.OPEN
        ? new PayNo(request.json().path("payNo").asString(""))
        : request.payNo();
  }

  static Call call(Request request) {
    return switch (request.shape()) {
      case "POST trades" -> Call.OPEN;
      case "GET trades/*" -> Call.QUERY;
      case "POST trades/*/close" -> Call.CLOSE;
      case "POST trades/*/refunds" -> Call.REFUND;
      case "GET trades/*/refunds/*" -> Call.QUERY_REFUND;
      default -> throw new BadRequest(404, "no such call: " + request.shape());
    };
  }

  @Override
  public Answer handle(Request request) {
    Call call = call(request);
    PayNo payNo = payNo(request);
    asked.count(payNo, call);
    return switch (call) {
      case OPEN -> open(payNo, request.json());
      case QUERY -> query(payNo);
      case CLOSE -> close(payNo);
      case REFUND -> refunds.refund(request);
      case QUERY_REFUND -> refunds.query(request);
      case STATEMENT, STATEMENT_FILE -> throw new IllegalStateException("no call of a trade");
    };
  }

  private Answer open(PayNo payNo, JsonNode json) {
    BookedTrade wanted =
        BookedTrade.open(
            payNo, RefundApi.money(json, "amount"), expireAt(json), RefundApi.notifyUrl(json));
    BookedTrade trade = books.open(wanted);
    if (!trade.amount().equals(wanted.amount())) {
      throw new BadRequest(409, "this pay number has another amount");
    }
    return Answer.json(Map.of("payNo", payNo.value(), "payUrl", cashier + "/" + payNo));
  }

  private static Instant expireAt(JsonNode json) {
    try {
      return Instant.parse(json.path("expireAt").asString(""));
    } catch (DateTimeParseException e) {
      throw new BadRequest(400, "expireAt must be an instant such as 2026-11-22T12:00:00Z");
    }
  }

  private Answer query(PayNo payNo) {
    return Answer.json(
        books.find(payNo).map(TradeApi::json).orElseGet(() -> about(payNo, "state", "NO_TRADE")));
  }

  private static Map<String, String> json(BookedTrade trade) {
    Map<String, String> json = about(trade.payNo(), "state", trade.state().name());
    trade.latest().ifPresent(payment -> put(payment, json));
    return json;
  }

  private static void put(Payment payment, Map<String, String> json) {
    json.put("tradeNo", payment.tradeNo().value());
    json.put("amount", payment.amount().amount().toPlainString());
    json.put("currency", payment.amount().currency().getCurrencyCode());
    if (payment.status() == Status.SUCCESS) {
      json.put("paidAt", payment.at().toString());
    }
  }

  private Answer close(PayNo payNo) {
    return Answer.json(
        books
            .change(payNo, trade -> trade.state() == State.PAID ? trade : trade.close())
            .map(Change::after)
            .map(trade -> trade.state() == State.PAID ? "ALREADY_PAID" : "CLOSED")
            .map(result -> about(payNo, "result", result))
            .orElseGet(() -> about(payNo, "result", "NO_TRADE")));
  }

  private static Map<String, String> about(PayNo payNo, String field, String value) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("payNo", payNo.value());
    about.put(field, value);
    return about;
  }
}
