package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.http.Answer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Executes the calls, and counts them; the counts include refused requests. */
final class Calls {
  private final Books books;
  private final TradeCalls trades;
  private final RefundCalls refunds;
  private final Till till;
  private final Map<Call, Integer> ofAll = new EnumMap<>(Call.class);
  private final Map<String, Map<Call, Integer>> ofTrades = new LinkedHashMap<>();

  Calls(Books books, TradeCalls trades, RefundCalls refunds, Till till) {
    this.books = books;
    this.trades = trades;
    this.refunds = refunds;
    this.till = till;
  }

  /** A payer's browser opens the trade, and goes on to the cashier. */
  Answer page(OpenApiRequest request) {
    BookedTrade trade = trades.open(request);
    var unused = till.scan(trade.outTradeNo());
    return Answer.seeOther("/cashier/" + trade.outTradeNo());
  }

  Map<String, Object> execute(OpenApiRequest request) {
    return switch (request.call()) {
      case PRECREATE -> trades.precreate(request);
      case QUERY -> trades.query(request);
      case CLOSE -> trades.close(request);
      case REFUND -> refunds.refund(request);
      case QUERY_REFUND -> refunds.query(request);
      case PAGE, WAP -> throw new IllegalStateException("answered by a page");
    };
  }

  void count(OpenApiRequest request) {
    String outTradeNo = books.named(request).orElse("");
    synchronized (ofAll) {
      ofAll.merge(request.call(), 1, Integer::sum);
      ofTrades
          .computeIfAbsent(outTradeNo, unused -> new EnumMap<>(Call.class))
          .merge(request.call(), 1, Integer::sum);
      if (ofTrades.size() > Books.MOST_TRADES) {
        ofTrades.remove(ofTrades.keySet().iterator().next());
      }
    }
  }

  /** Returns how often each call came, for all trades together. */
  Map<Call, Integer> counts() {
    synchronized (ofAll) {
      return Map.copyOf(ofAll);
    }
  }

  /** Returns how often each call came for a trade. */
  Map<Call, Integer> counts(String outTradeNo) {
    synchronized (ofAll) {
      return Map.copyOf(ofTrades.getOrDefault(outTradeNo, Map.of()));
    }
  }
}
