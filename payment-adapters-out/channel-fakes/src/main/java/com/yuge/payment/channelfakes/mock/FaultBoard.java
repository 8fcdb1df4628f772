package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.domain.shared.PayNo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The faults of all trades and of single trades; those of a single trade take precedence. */
final class FaultBoard {
  private static final int MOST = 10_000;

  private final Map<PayNo, Faults> ofTrades = new ConcurrentHashMap<>();
  private volatile Faults ofAll = Faults.NONE;

  Faults of(@Nullable PayNo payNo) {
    return payNo == null ? ofAll : ofTrades.getOrDefault(payNo, ofAll);
  }

  /** Sets the faults of a trade, or of all trades if none is named. */
  void set(@Nullable PayNo payNo, Faults faults) {
    if (payNo == null) {
      ofAll = faults;
    } else if (ofTrades.size() < MOST || ofTrades.containsKey(payNo)) {
      ofTrades.put(payNo, faults);
    } else {
      throw new BadRequest(409, "at most " + MOST + " trades with faults of their own");
    }
  }

  /** Clears the faults of a trade, or all faults if no trade is named. */
  void clear(@Nullable PayNo payNo) {
    if (payNo == null) {
      ofTrades.clear();
      ofAll = Faults.NONE;
    } else {
      ofTrades.remove(payNo);
    }
  }
}
