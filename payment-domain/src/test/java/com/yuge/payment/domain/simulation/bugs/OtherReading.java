package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.simulation.actors.TradeReading;
import com.yuge.payment.domain.simulation.actors.TradeWord;
import com.yuge.payment.domain.simulation.actors.TradeWord.State;
import java.time.Instant;

/** An adapter that takes one word of the channel for a trade that nobody can pay any more. */
final class OtherReading extends TradeReading {
  private final State misread;

  private OtherReading(State misread) {
    this.misread = misread;
  }

  static TradeReading takingForClosed(State misread) {
    return new OtherReading(misread);
  }

  @Override
  public QueryAnswer read(TradeWord word, Trade trade, Instant now) {
    return word.state() == misread ? new QueryAnswer.ClosedUnpaid() : super.read(word, trade, now);
  }
}
