package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedTrade.Scan;
import com.yuge.payment.channelfakes.alipay.Books.Change;
import com.yuge.payment.channelfakes.http.RandomHex;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens, queries and closes trades. */
final class TradeCalls {
  private static final int QR_DIGITS = 22;

  private final Books books;
  private final TradeService trades;
  private final String sellerId;

  TradeCalls(Books books, TradeService trades, String sellerId) {
    this.books = books;
    this.trades = trades;
    this.sellerId = sellerId;
  }

  /** A repeat of the same order gets the same QR code. */
  Map<String, Object> precreate(OpenApiRequest request) {
    BookedTrade trade = open(request);
    Map<String, Object> answer = success();
    answer.put("out_trade_no", trade.outTradeNo());
    answer.put("qr_code", trade.qrCode());
    return answer;
  }

  /** Returns the trade of these terms, which is new or still unpaid. */
  BookedTrade open(OpenApiRequest request) {
    Terms terms = Terms.of(request, sellerId, trades.now());
    String qrCode = "https://qr.alipay.com/bax" + RandomHex.digits(QR_DIGITS);
    trades.open(BookedTrade.unscanned(terms, qrCode));
    BookedTrade trade = trades.find(terms.outTradeNo()).orElseThrow(ApiError::systemError);
    requireUnpaid(trade);
    if (!trade.total().equals(terms.total())) {
      throw ApiError.business("ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改");
    }
    return trade;
  }

  private static void requireUnpaid(BookedTrade trade) {
    switch (trade.status()) {
      case UNSCANNED, WAIT_BUYER_PAY -> {}
      case TRADE_SUCCESS, TRADE_FINISHED ->
          throw ApiError.business("ACQ.TRADE_HAS_SUCCESS", "交易已被支付");
      case TRADE_CLOSED -> throw ApiError.business("ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
    }
  }

  Map<String, Object> query(OpenApiRequest request) {
    return json(trades.find(named(request)).orElseThrow(ApiError::noTrade));
  }

  /** Only an unpaid trade can be closed; a QR code that nobody has scanned is no trade yet. */
  Map<String, Object> close(OpenApiRequest request) {
    BookedTrade trade =
        trades
            .change(named(request), TradeCalls::closed)
            .map(Change::after)
            .orElseThrow(ApiError::noTrade);
    Map<String, Object> answer = success();
    answer.put("trade_no", scan(trade).tradeNo());
    answer.put("out_trade_no", trade.outTradeNo());
    return answer;
  }

  private static BookedTrade closed(BookedTrade trade, Instant now) {
    return switch (trade.status()) {
      case UNSCANNED -> throw ApiError.noTrade();
      case WAIT_BUYER_PAY -> trade.closed(now);
      case TRADE_CLOSED, TRADE_SUCCESS, TRADE_FINISHED ->
          throw ApiError.business("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
    };
  }

  private String named(OpenApiRequest request) {
    if (request.text("trade_no").isEmpty()) {
      return request.required("out_trade_no");
    }
    return books.named(request).orElseThrow(ApiError::noTrade);
  }

  private static Map<String, Object> json(BookedTrade trade) {
    Scan scan = scan(trade);
    Map<String, Object> json = success();
    json.put("trade_no", scan.tradeNo());
    json.put("out_trade_no", trade.outTradeNo());
    json.put("trade_status", trade.status().name());
    json.put("total_amount", trade.total().amount().toPlainString());
    json.put("buyer_logon_id", Buyer.LOGON);
    json.put("buyer_user_id", Buyer.ID);
    Payment payment = trade.payment();
    String received = payment == null ? "0.00" : payment.received().toPlainString();
    json.put("receipt_amount", received);
    json.put("buyer_pay_amount", received);
    if (payment != null) {
      json.put("send_pay_date", AlipayTime.of(payment.at()));
    }
    return json;
  }

  /**
   * @throws ApiError if nobody has opened the trade
   */
  static Scan scan(BookedTrade trade) {
    Scan scan = trade.scan();
    if (scan == null) {
      throw ApiError.noTrade();
    }
    return scan;
  }

  static Map<String, Object> success() {
    Map<String, Object> success = new LinkedHashMap<>();
    success.put("code", "10000");
    success.put("msg", "Success");
    return success;
  }
}
