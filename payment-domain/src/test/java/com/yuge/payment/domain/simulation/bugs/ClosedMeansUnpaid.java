package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.simulation.actors.TradeReading;
import com.yuge.payment.domain.simulation.actors.TradeWord.State;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A trade that is closed because all went back is taken for one that nobody paid. */
public final class ClosedMeansUnpaid extends Wiring {
  @Override
  public TradeReading reading() {
    return OtherReading.takingForClosed(State.CLOSED);
  }
}
