package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A paid order is done with, whether its amount is known or not. */
public final class NeverAsksForTheAmount extends Wiring {
  @Override
  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    PayOrders real = super.orders(store, storeClock);
    return new OtherPayOrders(real, real::lock) {
      @Override
      public void advance(PayOrder next, Duration checkIn) {
        if (next.status() == PayStatus.SUCCESS) {
          real.advance(next);
        } else {
          real.advance(next, checkIn);
        }
      }
    };
  }

  @Override
  public DueOrders due(DueOrders real) {
    return new DueOrders() {
      @Override
      public List<PayNo> claim(List<PayStatus> places, Duration hold) {
        return real.claim(places, hold);
      }

      @Override
      public void scheduleCheck(PayOrder seen, Duration after) {
        if (seen.status() != PayStatus.SUCCESS) {
          real.scheduleCheck(seen, after);
        }
      }

      @Override
      public void rest(PayOrder seen) {
        real.rest(seen);
      }
    };
  }
}
