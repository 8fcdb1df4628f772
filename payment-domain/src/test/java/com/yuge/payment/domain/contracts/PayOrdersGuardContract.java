package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.told;
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
    PayOrder paid = advanced(told(order, success(order, "T1")));
    PayOrder rightVersion = closed(paying(order));

    assertThatThrownBy(() -> advanced(rightVersion)).isInstanceOf(StalePayOrder.class);

    assertStored(paid);
  }

  @Test
  void anUnknownOrderCannotBeWritten() {
    PayOrder unknown = aPayOrder();
    PayOrder ended = closed(unknown);

    assertThatThrownBy(() -> advanced(ended)).isInstanceOf(StalePayOrder.class);
    assertThatThrownBy(() -> withLateSuccess(told(ended, success(ended, "T1"))))
        .isInstanceOf(StalePayOrder.class);
    assertThatThrownBy(() -> withMismatch(told(unknown, success(unknown, "T1", ANOTHER_PRICE))))
        .isInstanceOf(StalePayOrder.class);

    assertThat(orders().find(unknown.payNo())).isEmpty();
  }

  @Test
  void aLateSuccessFromAnOldVersionIsStale() {
    PayOrder ended = advanced(closed(added(aPayOrder())));
    PayOrder stored = withMismatch(told(ended, success(ended, "T1", ANOTHER_PRICE)));

    assertThatThrownBy(() -> withLateSuccess(told(ended, success(ended, "T2"))))
        .isInstanceOf(StalePayOrder.class);

    assertStored(stored);
  }

  @Test
  void aSecondLateSuccessIsStaleEvenAtTheRightVersion() {
    PayOrder ended = advanced(closed(added(aPayOrder())));
    PayOrder stored = withLateSuccess(told(ended, success(ended, "T1")));
    PayOrder other = told(ended, success(ended, "T2", ANOTHER_PRICE));
    PayOrder rightVersion = told(other, success(other, "T3"));

    assertThatThrownBy(() -> withLateSuccess(rightVersion)).isInstanceOf(StalePayOrder.class);

    assertStored(stored);
  }

  @Test
  void aMismatchFromAnOldVersionIsStale() {
    PayOrder order = added(aPayOrder());
    PayOrder stored = advanced(paying(order));

    assertThatThrownBy(() -> withMismatch(told(order, success(order, "T1", ANOTHER_PRICE))))
        .isInstanceOf(StalePayOrder.class);

    assertStored(stored);
  }

  @Test
  void aSecondMismatchIsStaleEvenAtTheRightVersion() {
    PayOrder order = added(aPayOrder());
    PayOrder stored = withMismatch(told(order, success(order, "T1", ANOTHER_PRICE)));
    PayOrder rightVersion = told(paying(order), success(order, "T2", ANOTHER_PRICE));

    assertThatThrownBy(() -> withMismatch(rightVersion)).isInstanceOf(StalePayOrder.class);

    assertStored(stored);
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
