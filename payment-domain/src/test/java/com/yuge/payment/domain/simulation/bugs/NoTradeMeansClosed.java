package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.simulation.actors.TradeReading;
import com.yuge.payment.domain.simulation.actors.TradeWord.State;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A code that nobody has scanned yet is taken for one that nobody can scan. */
public final class NoTradeMeansClosed extends Wiring {
  @Override
  public TradeReading reading() {
    return OtherReading.takingForClosed(State.NO_TRADE);
  }
}
