package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedRefund.Wanted;
import com.yuge.payment.channelfakes.alipay.Books.Change;
import com.yuge.payment.channelfakes.alipay.RefundFault.Kind;
import com.yuge.payment.channelfakes.http.FaultBoard;
import java.util.Map;
import java.util.Optional;

/** Makes and queries refunds. */
final class RefundCalls {
  private static final int MOST_CHARACTERS = 256;

  private final Books books;
  private final TradeService trades;
  private final RefundService service;
  private final FaultBoard<String, AlipayFaults> faults;

  RefundCalls(
      Books books,
      TradeService trades,
      RefundService service,
      FaultBoard<String, AlipayFaults> faults) {
    this.books = books;
    this.trades = trades;
    this.service = service;
    this.faults = faults;
  }

  Map<String, Object> refund(OpenApiRequest request) {
    BookedTrade trade = trade(request);
    Wanted wanted = wanted(request, trade.outTradeNo());
    RefundFault fault = faults.of(trade.outTradeNo()).refund();
    return json(service.refund(trade.outTradeNo(), wanted, fault), wanted.outRequestNo());
  }

  private BookedTrade trade(OpenApiRequest request) {
    if (request.text("trade_no").isEmpty()) {
      String unused = request.required("out_trade_no");
    }
    return books.named(request).flatMap(trades::find).orElseThrow(ApiError::noTrade);
  }

  private static Wanted wanted(OpenApiRequest request, String outTradeNo) {
    String number = request.text("out_request_no");
    String reason = request.text("refund_reason");
    if (reason.length() > MOST_CHARACTERS) {
      throw ApiError.parameter("refund_reason");
    }
    return new Wanted(
        number.isEmpty() ? outTradeNo : number, Terms.money(request, "refund_amount"), reason);
  }

  /** The refund_fee is the refunded total of the whole trade, not of this refund. */
  private static Map<String, Object> json(Change change, String outRequestNo) {
    BookedTrade trade = change.after();
    Map<String, Object> json = TradeCalls.success();
    json.put("trade_no", TradeCalls.scan(trade).tradeNo());
    json.put("out_trade_no", trade.outTradeNo());
    json.put("buyer_logon_id", Buyer.LOGON);
    json.put("refund_fee", trade.refunded().toPlainString());
    BookedRefund refund = trade.refund(outRequestNo).orElseThrow();
    boolean silent = refund.fault().kind() == Kind.LATE_SILENT && !refund.isDone();
    if (!silent) {
      boolean fresh = change.before().refund(outRequestNo).isEmpty();
      json.put("fund_change", fresh && refund.isDone() ? "Y" : "N");
    }
    return json;
  }

  /** Leaves refund_status out while there is no such refund or it is not done. */
  Map<String, Object> query(OpenApiRequest request) {
    BookedTrade trade = trade(request);
    String tradeNo = TradeCalls.scan(trade).tradeNo();
    Optional<BookedRefund> refund =
        service.query(trade.outTradeNo(), request.required("out_request_no"));
    Map<String, Object> json = TradeCalls.success();
    refund.ifPresent(
        found -> {
          json.put("trade_no", tradeNo);
          json.put("out_trade_no", trade.outTradeNo());
          put(found, trade, json);
          addTime(found, request, json);
        });
    return json;
  }

  private static void put(BookedRefund refund, BookedTrade trade, Map<String, Object> json) {
    json.put("out_request_no", refund.outRequestNo());
    json.put("total_amount", trade.total().amount().toPlainString());
    if (refund.isDone()) {
      json.put("refund_amount", refund.amount().amount().toPlainString());
      json.put("refund_status", "REFUND_SUCCESS");
    }
  }

  // Alipay, too, sends the time only on request.
  private static void addTime(
      BookedRefund refund, OpenApiRequest request, Map<String, Object> json) {
    if (refund.doneAt() != null && request.lists("query_options", "gmt_refund_pay")) {
      json.put("gmt_refund_pay", AlipayTime.of(refund.doneAt()));
    }
  }
}
