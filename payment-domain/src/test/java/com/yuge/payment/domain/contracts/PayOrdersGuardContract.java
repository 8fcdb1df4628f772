package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.StalePayOrder;
import org.junit.jupiter.api.Test;

/** A write that comes too late matches nothing and changes nothing. */
public abstract class PayOrdersGuardContract extends PayOrdersBench {
  @Test
  void anAdvanceFromAnOldVersionIsStale() {
    PayOrder order = added(aPayOrder());
    PayOrder stored = advanced(paying(order));

    assertThatThrownBy(() -> advanced(closed(order))).isInstanceOf(StalePayOrder.class);

    assertStored(stored);
  }

  @Test
  void anAdvanceThatSkipsAVersionIsStale() {
    PayOrder order = added(aPayOrder());

    assertThatThrownBy(() -> advanced(closed(paying(order)))).isInstanceOf(StalePayOrder.class);

    assertStored(order);
  }

  @Test
  void aFinalOrderAdvancesNoMoreEvenAtTheRightVersion() {
    PayOrder order = added(aPayOrder());
    PayOrder paid = advanced(applied(order, success(order, "T1")));
    PayOrder rightVersion = closed(paying(order));

    assertThatThrownBy(() -> advanced(rightVersion)).isInstanceOf(StalePayOrder.class);

    assertStored(paid);
  }

  @Test
  void anUnknownOrderCannotBeWritten() {
    PayOrder unknown = aPayOrder();
    PayOrder ended = closed(unknown);

    assertThatThrownBy(() -> advanced(ended)).isInstanceOf(StalePayOrder.class);
    assertThatThrownBy(() -> raised(applied(ended, success(ended, "T1"))))
        .isInstanceOf(StalePayOrder.class);
    assertThatThrownBy(() -> raised(applied(unknown, success(unknown, "T1", ANOTHER_PRICE))))
        .isInstanceOf(StalePayOrder.class);

    assertThat(orders().find(unknown.payNo())).isEmpty();
  }

  @Test
  void aRaiseFromAnOldVersionIsStale() {
    PayOrder ended = advanced(closed(added(aPayOrder())));
    PayOrder stored = raised(applied(ended, success(ended, "T1", ANOTHER_PRICE)));

    assertThatThrownBy(() -> raised(applied(ended, success(ended, "T2"))))
        .isInstanceOf(StalePayOrder.class);

    assertStored(stored);
  }

  @Test
  void aRaiseThatSkipsAVersionIsStale() {
    PayOrder ended = advanced(closed(added(aPayOrder())));
    PayOrder once = applied(ended, success(ended, "T1", ANOTHER_PRICE));
    PayOrder twice = applied(once, success(ended, "T2", ANOTHER_PRICE));

    assertThatThrownBy(() -> raised(twice)).isInstanceOf(StalePayOrder.class);

    assertStored(ended);
  }

  @Test
  void aRaiseOfAnOpenOrderFromAnOldVersionIsStale() {
    PayOrder order = added(aPayOrder());
    PayOrder stored = advanced(paying(order));

    assertThatThrownBy(() -> raised(applied(order, success(order, "T1", ANOTHER_PRICE))))
        .isInstanceOf(StalePayOrder.class);

    assertStored(stored);
  }

  /** What was decided on the order as it was is not to be written on what it has become. */
  @Test
  void aRaiseFromAnotherStatusIsStaleEvenAtTheRightVersion() {
    PayOrder order = added(aPayOrder());
    PayOrder paying = advanced(paying(order));
    PayOrder init = applied(order, success(order, "T1", ANOTHER_PRICE));
    PayOrder rightVersion = applied(init, success(order, "T2", ANOTHER_PRICE));
    assertThat(rightVersion.version()).isEqualTo(paying.version() + 1);

    assertThatThrownBy(() -> raised(rightVersion)).isInstanceOf(StalePayOrder.class);

    assertStored(paying);
  }

  @Test
  void aRaiseOfAPaidOrderTakenForAClosedOneIsStale() {
    PayOrder order = advanced(paying(added(aPayOrder())));
    PayOrder paid = advanced(applied(order, success(order, "T1")));
    PayOrder ended = closed(order);

    assertThatThrownBy(() -> raised(applied(ended, success(ended, "T2"))))
        .isInstanceOf(StalePayOrder.class);

    assertStored(paid);
  }

  @Test
  void aRaiseThatFollowsAnotherInOneTransactionIsKept() {
    PayOrder ended = advanced(closed(added(aPayOrder())));
    PayOrder once = applied(ended, success(ended, "T1"));
    PayOrder twice = applied(once, success(ended, "T2", ANOTHER_PRICE));

    transactions()
        .run(
            () -> {
              orders().raiseVersion(once);
              orders().raiseVersion(twice);
            });

    assertStored(twice);
  }

  @Test
  void aStaleWriteTakesTheWholeTransactionWithIt() {
    PayOrder order = added(aPayOrder());
    PayOrder moved = advanced(paying(order));
    PayOrder opened = moved.openedAt(CASHIER, NOW);

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          orders().advance(opened);
                          orders().advance(closed(order));
                        }))
        .isInstanceOf(StalePayOrder.class);

    assertStored(moved);
  }

  @Test
  void aLockIsForTransactionsOnly() {
    PayOrder order = added(aPayOrder());

    assertThatThrownBy(() -> orders().lock(order.payNo()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> orders().lock(aPayNo())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void thereIsNothingToLockInAnUnknownOrder() {
    assertThat(transactions().call(() -> orders().lock(aPayNo()))).isEmpty();
  }
}
