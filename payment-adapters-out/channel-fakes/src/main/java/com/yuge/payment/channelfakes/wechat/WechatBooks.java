package com.yuge.payment.channelfakes.wechat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All trades, in memory; the oldest are removed when there are too many. */
final class WechatBooks {
  private static final int MOST_TRADES = 50_000;

  private final Map<String, WechatTrade> trades = new LinkedHashMap<>();
  private final Map<String, String> ofTransactions = new HashMap<>();
  private final Map<String, String> ofRefunds = new HashMap<>();
  private final Map<String, String> ofHandles = new HashMap<>();

  synchronized Optional<WechatTrade> find(String outTradeNo) {
    return Optional.ofNullable(trades.get(outTradeNo));
  }

  synchronized List<WechatTrade> all() {
    return List.copyOf(trades.values());
  }

  /** Returns the trade that a payment belongs to. */
  synchronized Optional<String> tradeOfTransaction(String transactionId) {
    return Optional.ofNullable(ofTransactions.get(transactionId));
  }

  /** Returns the trade that a refund belongs to. */
  synchronized Optional<String> tradeOfRefund(String outRefundNo) {
    return Optional.ofNullable(ofRefunds.get(outRefundNo));
  }

  /** Returns the trade of a QR code. */
  synchronized Optional<String> tradeOfHandle(String handle) {
    return Optional.ofNullable(ofHandles.get(handle));
  }

  /** Adds the trade unless its number is taken; returns the trade in the books. */
  synchronized WechatTrade open(WechatTrade wanted) {
    WechatTrade known = trades.get(wanted.outTradeNo());
    if (known == null) {
      put(wanted);
    }
    return known == null ? wanted : known;
  }

  /** A trade before and after. */
  record Change(WechatTrade before, WechatTrade after) {}

  /** Changes a trade; returns empty if there is no such trade. */
  synchronized Optional<Change> change(String outTradeNo, UnaryOperator<WechatTrade> change) {
    return find(outTradeNo).map(trade -> put(new Change(trade, change.apply(trade))));
  }

  private Change put(Change change) {
    put(change.after());
    return change;
  }

  private void put(WechatTrade trade) {
    String outTradeNo = trade.outTradeNo();
    trades.put(outTradeNo, trade);
    ofHandles.put(trade.handle(), outTradeNo);
    trade.payments().forEach(one -> ofTransactions.put(one.transactionId(), outTradeNo));
    trade.refunds().forEach(one -> ofRefunds.put(one.outRefundNo(), outTradeNo));
    if (trades.size() > MOST_TRADES) {
      remove(trades.values().iterator().next());
    }
  }

  private void remove(WechatTrade oldest) {
    trades.remove(oldest.outTradeNo());
    ofHandles.remove(oldest.handle());
    oldest.payments().forEach(one -> ofTransactions.remove(one.transactionId()));
    oldest.refunds().forEach(one -> ofRefunds.remove(one.outRefundNo()));
  }
}
