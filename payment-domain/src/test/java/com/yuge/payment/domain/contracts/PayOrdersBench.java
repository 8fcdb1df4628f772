package com.yuge.payment.domain.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;

/** The ports that the contracts of pay orders work on, each write in a transaction of its own. */
public abstract class PayOrdersBench {
  protected abstract PayOrders orders();

  protected abstract Transactions transactions();

  protected final PayOrder added(PayOrder order) {
    return transactions().call(() -> orders().add(order));
  }

  protected final PayOrder advanced(PayOrder next) {
    transactions().run(() -> orders().advance(next));
    return next;
  }

  protected final PayOrder raised(PayOrder next) {
    transactions().run(() -> orders().raiseVersion(next));
    return next;
  }

  /** Only inside a transaction. */
  protected final PayOrder locked(PayNo payNo) {
    return orders().lock(payNo).orElseThrow();
  }

  protected final void assertStored(PayOrder order) {
    assertThat(orders().find(order.payNo())).contains(order);
    assertThat(orders().find(order.orderNo())).contains(order);
    assertThat(transactions().call(() -> orders().lock(order.payNo()))).contains(order);
  }
}
