package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.domain.shared.PayNo;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the calls to the channel for each pay number; the counts end with the process. */
final class Asked {
  private final Map<PayNo, Map<Call, Integer>> counts = new LinkedHashMap<>();

  synchronized void count(PayNo payNo, Call call) {
    counts.computeIfAbsent(payNo, unused -> new EnumMap<>(Call.class)).merge(call, 1, Integer::sum);
    if (counts.size() > Books.MOST_TRADES) {
      counts.remove(counts.keySet().iterator().next());
    }
  }

  synchronized int times(PayNo payNo, Call call) {
    return counts.getOrDefault(payNo, Map.of()).getOrDefault(call, 0);
  }
}
