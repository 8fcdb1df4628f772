package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.simulation.actors.TradeWord.State;
import java.time.Instant;

/** What a channel's word means, as every adapter has to read it. */
public class TradeReading {
  /** The answer to a query at this time. */
  public QueryAnswer read(TradeWord word, Trade trade, Instant now) {
    if (word.payment() != null && (word.tookMoney() || word.state() == State.PAY_FAILED)) {
      return new QueryAnswer.Decided(word.payment().result());
    }
    return switch (word.state()) {
      case CLOSED -> new QueryAnswer.ClosedUnpaid();
      case NO_TRADE -> noTrade(trade, now);
      case NOT_PAID, PAY_FAILED, PAID, REFUND -> new QueryAnswer.Unpaid();
    };
  }

  // As long as a code may still be scanned, a trade may still come into being.
  private static QueryAnswer noTrade(Trade trade, Instant now) {
    return now.isBefore(trade.expireAt())
        ? new QueryAnswer.Unpaid()
        : new QueryAnswer.TradeNotFound();
  }
}
