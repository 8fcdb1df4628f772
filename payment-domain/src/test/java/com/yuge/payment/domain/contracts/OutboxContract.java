package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.fixtures.PayOrderEvents;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Outbox} holds to: an event is kept with its change, once. */
public abstract class OutboxContract {
  protected abstract Outbox outbox();

  protected abstract Transactions transactions();

  /** The ids of the events that wait for that order, in the order of their appending. */
  protected abstract List<String> eventIdsOf(PayNo payNo);

  private final PayOrder order = aPayOrder();
  private final PayOrderEvent paid = event(apply(order, success(order, "T1"), LATER));

  @Test
  void anAppendedEventWaits() {
    append(paid);

    assertThat(eventIdsOf(order.payNo())).containsExactly(paid.eventId().value());
    assertThat(eventIdsOf(aPayOrder().payNo())).isEmpty();
  }

  @Test
  void everyKindOfEventIsTaken() {
    List<PayOrderEvent> events = PayOrderEvents.ofEveryKind();
    assertThat(events)
        .extracting(event -> (Object) event.getClass())
        .contains((Object[]) PayOrderEvent.class.getPermittedSubclasses());

    events.forEach(this::append);

    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(eventIdsOf(event.payNo())).containsExactly(event.eventId().value()));
  }

  @Test
  void anOrdersEventsKeepTheirOrder() {
    PaymentOutcome ended = order.close("EXPIRED", LATER);
    PayOrder closed = ended.order();
    PaymentOutcome tooLittle = apply(closed, success(closed, "T1", ANOTHER_PRICE), LATER);
    PaymentOutcome late = apply(tooLittle.order(), success(closed, "T2"), LATER);

    append(event(ended));
    append(event(tooLittle));
    append(event(late));

    assertThat(eventIdsOf(order.payNo()))
        .containsExactly(order.payNo() + "-1", order.payNo() + "-2", order.payNo() + "-3");
  }

  @Test
  void aFailureIsTakenWithAndWithoutItsTrade() {
    PayOrder traceless = aPayOrder();

    append(event(apply(order, failure(order, "T1"), LATER)));
    append(event(apply(traceless, failure(traceless, null), LATER)));

    assertThat(eventIdsOf(order.payNo())).containsExactly(order.payNo() + "-1");
    assertThat(eventIdsOf(traceless.payNo())).containsExactly(traceless.payNo() + "-1");
  }

  @Test
  void anAppendOutsideATransactionIsABug() {
    assertThatThrownBy(() -> outbox().append(paid)).isInstanceOf(IllegalStateException.class);

    assertThat(eventIdsOf(order.payNo())).isEmpty();
  }

  @Test
  void anEventIsLostWithItsTransaction() {
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          outbox().append(paid);
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(eventIdsOf(order.payNo())).isEmpty();
  }

  @Test
  void anEventIdIsTakenOnce() {
    append(paid);

    assertThatThrownBy(() -> append(paid)).isInstanceOf(RuntimeException.class);

    assertThat(eventIdsOf(order.payNo())).hasSize(1);
  }

  private void append(PayOrderEvent event) {
    transactions().run(() -> outbox().append(event));
  }
}
