package com.yuge.payment.channelfakes.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the calls to the channel, in total and for each trade; the counts end with the process.
 *
 * @param <K> what names a trade
 * @param <C> the kind of call
 */
public final class CallCounts<K, C> {
  private static final int MOST_TRADES = 50_000;

  private final Map<K, Map<C, Integer>> ofTrades = new LinkedHashMap<>();
  private final Map<C, Integer> total = new HashMap<>();

  /** Counts a call about a trade. */
  public synchronized void count(K trade, C call) {
    count(call);
    ofTrades.computeIfAbsent(trade, unused -> new HashMap<>()).merge(call, 1, Integer::sum);
    if (ofTrades.size() > MOST_TRADES) {
      ofTrades.remove(ofTrades.keySet().iterator().next());
    }
  }

  /** Counts a call that is about no trade. */
  public synchronized void count(C call) {
    total.merge(call, 1, Integer::sum);
  }

  /** Returns the number of calls about a trade. */
  public synchronized int times(K trade, C call) {
    return ofTrades.getOrDefault(trade, Map.of()).getOrDefault(call, 0);
  }

  /** Returns the number of all calls of this kind. */
  public synchronized int total(C call) {
    return total.getOrDefault(call, 0);
  }
}
