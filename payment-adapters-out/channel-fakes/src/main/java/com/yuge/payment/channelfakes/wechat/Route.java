package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request is about.
 *
 * @param outTradeNo null if the channel cannot know it
 */
record Route(Call call, @Nullable String outTradeNo) {
  private static final List<String> TRANSACTIONS = List.of("v3", "pay", "transactions");
  private static final List<String> REFUNDS = List.of("v3", "refund", "domestic", "refunds");
  private static final List<String> BILL = List.of("v3", "bill", "tradebill");
  private static final List<String> FILE = List.of("v3", "billdownload", "file");

  static Route of(Request request, WechatBooks books) {
    List<String> path = request.path();
    boolean post = request.method().equals("POST");
    if (startsWith(path, REFUNDS)) {
      return refund(request, path, post, books);
    }
    if (request.method().equals("GET") && (path.equals(BILL) || path.equals(FILE))) {
      return new Route(path.equals(BILL) ? Call.TRADE_BILL : Call.DOWNLOAD_BILL, null);
    }
    if (startsWith(path, TRANSACTIONS) && post && path.size() == 4) {
      return opening(request, path.get(3));
    }
    if (!startsWith(path, TRANSACTIONS) || path.size() < 5 || !path.get(3).equals("out-trade-no")) {
      throw unknown();
    }
    if (post && path.size() == 6 && path.get(5).equals("close")) {
      return new Route(Call.CLOSE, path.get(4));
    }
    if (request.method().equals("GET") && path.size() == 5) {
      return new Route(Call.QUERY, path.get(4));
    }
    throw unknown();
  }

  private static Route opening(Request request, String product) {
    String outTradeNo = named(request, "out_trade_no");
    return switch (product) {
      case "native" -> new Route(Call.NATIVE, outTradeNo);
      case "jsapi" -> new Route(Call.JSAPI, outTradeNo);
      default -> throw unknown();
    };
  }

  private static Route refund(Request request, List<String> path, boolean post, WechatBooks books) {
    if (post && path.size() == REFUNDS.size()) {
      String transactionId = named(request, "transaction_id");
      String outTradeNo = named(request, "out_trade_no");
      return new Route(
          Call.REFUND,
          transactionId == null
              ? outTradeNo
              : books.tradeOfTransaction(transactionId).orElse(outTradeNo));
    }
    if (request.method().equals("GET") && path.size() == REFUNDS.size() + 1) {
      return new Route(
          Call.QUERY_REFUND, books.tradeOfRefund(path.get(REFUNDS.size())).orElse(null));
    }
    throw unknown();
  }

  private static boolean startsWith(List<String> path, List<String> start) {
    return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
  }

  // The signature is checked before the body, so a malformed one names nothing.
  private static @Nullable String named(Request request, String field) {
    try {
      JsonNode value = request.json().path(field);
      return value.isString() ? value.stringValue() : null;
    } catch (BadRequest malformed) {
      return null;
    }
  }

  private static ApiError unknown() {
    return new ApiError(404, "NOT_FOUND", "no such method or path");
  }
}
