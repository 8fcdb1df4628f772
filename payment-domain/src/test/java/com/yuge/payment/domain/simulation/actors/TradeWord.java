package com.yuge.payment.domain.simulation.actors;

import org.jspecify.annotations.Nullable;

/**
 * What a channel's books say of a trade, in the words of real channels, which mislead.
 *
 * @param payment the last payment that took money, or else the first that failed; null if nobody
 *     tried
 */
public record TradeWord(State state, @Nullable Payment payment) {
  /** The state of a trade, as a channel puts it. */
  public enum State {
    /** There is no trade; one channel also says so of an open trade that nobody has scanned. */
    NO_TRADE,
    NOT_PAID,
    PAY_FAILED,
    PAID,
    /** Paid, and some of it went back: one channel says this even after the smallest refund. */
    REFUND,
    /** Closed unpaid; one channel also says so of a paid trade of which all went back. */
    CLOSED
  }

  /** Whether somebody paid; also for what is called closed or refunded. */
  public boolean tookMoney() {
    return payment != null && payment.tookMoney();
  }
}
