package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.List;

/** An order that has ended unpaid is asked about no more: a callback that is lost is lost money. */
public final class NeverAsksAfterTheEnd extends Wiring {
  @Override
  public AfterEndChecks afterEnd() {
    return new AfterEndChecks(List.of());
  }
}
