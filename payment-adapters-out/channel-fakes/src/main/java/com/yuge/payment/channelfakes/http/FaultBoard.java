package com.yuge.payment.channelfakes.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The faults of all trades and of single trades; those of a single trade take precedence.
 *
 * @param <K> what names a trade
 * @param <F> the faults
 */
public final class FaultBoard<K, F> {
  private static final int MOST = 10_000;

  private final Map<K, F> ofTrades = new ConcurrentHashMap<>();
  private final F none;
  private volatile F ofAll;

  public FaultBoard(F none) {
    this.none = none;
    this.ofAll = none;
  }

  /** Returns the faults of a trade, or of all trades if none is named. */
  public F of(@Nullable K trade) {
    return trade == null ? ofAll : ofTrades.getOrDefault(trade, ofAll);
  }

  /** Sets the faults of a trade, or of all trades if none is named. */
  public void set(@Nullable K trade, F faults) {
    if (trade == null) {
      ofAll = faults;
    } else if (ofTrades.size() < MOST || ofTrades.containsKey(trade)) {
      ofTrades.put(trade, faults);
    } else {
      throw new BadRequest(409, "at most " + MOST + " trades with faults of their own");
    }
  }

  /** Clears the faults of a trade, or all faults if no trade is named. */
  public void clear(@Nullable K trade) {
    if (trade == null) {
      ofTrades.clear();
      ofAll = none;
    } else {
      ofTrades.remove(trade);
    }
  }
}
