package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Consumer;
import java.util.List;

/** Once all is quiet, the consumer has heard all that happened, in its order. */
record ConsumerAgrees(Committed committed, Consumer consumer) implements Invariant {
  @Override
  public void atRest() {
    committed.orders().forEach(this::check);
  }

  private static boolean isOf(DomainEvent event, PayNo payNo) {
    return event.aggregateKey().value().equals(payNo.value());
  }

  private void check(PayOrder order) {
    List<String> happened =
        committed.events().values().stream()
            .filter(event -> isOf(event, order.payNo()))
            .map(DomainEvent::tag)
            .toList();
    List<String> heard = consumer.tagsOf(order.payNo().value());
    if (!heard.equals(happened)) {
      throw new Violation(this, order.payNo() + ": " + happened + ", but it heard " + heard);
    }
  }
}
