package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.simulation.actors.Consumer;
import java.util.List;

/** Once all is quiet, the consumer has heard all that happened, in its order. */
record ConsumerAgrees(Committed committed, Consumer consumer) implements Invariant {
  @Override
  public void atRest() {
    committed.orders().forEach(this::check);
  }

  private void check(PayOrder order) {
    List<String> happened =
        committed.events().values().stream()
            .filter(event -> event.payNo().equals(order.payNo()))
            .map(PayOrderEvent::tag)
            .toList();
    List<String> heard = consumer.tagsOf(order.payNo().value());
    if (!heard.equals(happened)) {
      throw new Violation(this, order.payNo() + ": " + happened + ", but it heard " + heard);
    }
  }
}
