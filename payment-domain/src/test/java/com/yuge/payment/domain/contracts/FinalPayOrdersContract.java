package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.FinalPayOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter of {@link FinalPayOrders} holds to while what it keeps copies in is there. */
public abstract class FinalPayOrdersContract {
  protected abstract FinalPayOrders finals();

  @Test
  void whatWasNeverPutIsNotFound() {
    assertThat(finals().find(aPayNo())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "FAILED", "CLOSED"})
  void aFinalOrderIsCopied(PayStatus status) {
    assertCopied(aPayOrder(status).stored(42));
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "PAYING"})
  void anOpenOrderIsNot(PayStatus status) {
    PayOrder order = aPayOrder(status);

    finals().put(order);

    assertThat(finals().find(order.payNo())).isEmpty();
  }

  @Test
  void aCopyIsWhole() {
    PayOrder opened = paying(aPayOrder()).openedAt(CASHIER, NOW);
    assertCopied(told(opened, success(opened, "!\"\\'{}[]|,:;T1")));

    PayOrder failed = told(opened, failure(opened, null));
    PayOrder late = told(failed, success(failed, "T1"));
    assertCopied(late);
    assertCopied(told(late, success(late, "T2", ANOTHER_PRICE)));

    PayOrder ended = closed(aPayOrder());
    assertCopied(told(ended, success(ended, "T1", PRICE_IN_DOLLARS)));
  }

  @Test
  void theLastCopyCounts() {
    PayOrder ended = closed(aPayOrder());
    PayOrder late = told(ended, success(ended, "T1"));

    finals().put(ended);
    finals().put(late);

    assertThat(finals().find(ended.payNo())).contains(late);
  }

  @Test
  void aDroppedCopyIsGoneAndDroppingNothingIsFine() {
    PayOrder ended = closed(aPayOrder());
    PayOrder other = closed(aPayOrder());
    finals().put(ended);
    finals().put(other);

    finals().drop(ended.payNo());
    finals().drop(ended.payNo());

    assertThat(finals().find(ended.payNo())).isEmpty();
    assertThat(finals().find(other.payNo())).contains(other);
  }

  private void assertCopied(PayOrder order) {
    finals().put(order);
    assertThat(finals().find(order.payNo())).contains(order);
  }
}
