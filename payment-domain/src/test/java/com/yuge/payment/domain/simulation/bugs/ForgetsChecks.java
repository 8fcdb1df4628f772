package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Duration;
import java.util.List;

/** An order that is taken is off the list until somebody puts it back: a crash loses it. */
public final class ForgetsChecks extends Wiring {
  private static final Duration FOR_EVER = Duration.ofDays(365);

  @Override
  public DueOrders due(DueOrders real) {
    return new DueOrders() {
      @Override
      public List<PayNo> claim(List<PayStatus> places, Duration hold) {
        return real.claim(places, FOR_EVER);
      }

      @Override
      public void scheduleCheck(PayOrder seen, Duration after) {
        real.scheduleCheck(seen, after);
      }

      @Override
      public void rest(PayOrder seen) {
        real.rest(seen);
      }
    };
  }
}
