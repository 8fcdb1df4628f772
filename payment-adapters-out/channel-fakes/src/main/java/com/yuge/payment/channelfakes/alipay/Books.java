package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedTrade.Scan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All trades, in memory; the oldest are removed when there are too many. */
final class Books {
  static final int MOST_TRADES = 50_000;

  private final Map<String, BookedTrade> trades = new LinkedHashMap<>();
  private final Map<String, String> numbers = new HashMap<>();

  synchronized Optional<BookedTrade> find(String outTradeNo) {
    return Optional.ofNullable(trades.get(outTradeNo));
  }

  synchronized List<BookedTrade> all() {
    return List.copyOf(trades.values());
  }

  /** Returns the trade that a request names: trade_no has precedence, as at Alipay. */
  synchronized Optional<String> named(OpenApiRequest request) {
    String tradeNo = request.text("trade_no");
    return tradeNo.isEmpty()
        ? Optional.of(request.text("out_trade_no")).filter(name -> !name.isEmpty())
        : Optional.ofNullable(numbers.get(tradeNo));
  }

  /** Returns the trade that has a refund of this number. */
  synchronized Optional<String> ofRefund(String outRequestNo) {
    return trades.values().stream()
        .filter(trade -> trade.refund(outRequestNo).isPresent())
        .map(BookedTrade::outTradeNo)
        .findFirst();
  }

  /** A trade before and after. */
  record Change(BookedTrade before, BookedTrade after) {}

  /** Adds the trade unless its number is taken. */
  synchronized void open(BookedTrade wanted) {
    if (!trades.containsKey(wanted.outTradeNo())) {
      put(wanted);
    }
  }

  /** Changes a trade; returns empty if there is no such trade. */
  synchronized Optional<Change> change(String outTradeNo, UnaryOperator<BookedTrade> change) {
    return find(outTradeNo).map(trade -> put(new Change(trade, change.apply(trade))));
  }

  private Change put(Change change) {
    if (!change.before().equals(change.after())) {
      put(change.after());
    }
    return change;
  }

  private void put(BookedTrade trade) {
    trades.put(trade.outTradeNo(), trade);
    Scan scan = trade.scan();
    if (scan != null) {
      numbers.put(scan.tradeNo(), trade.outTradeNo());
    }
    if (trades.size() > MOST_TRADES) {
      String oldest = trades.keySet().iterator().next();
      trades.remove(oldest);
      numbers.values().remove(oldest);
    }
  }
}
