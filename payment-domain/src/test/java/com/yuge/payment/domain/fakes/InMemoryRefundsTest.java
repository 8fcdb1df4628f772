package com.yuge.payment.domain.fakes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.contracts.RefundsContract;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryRefundsTest extends RefundsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final PayOrders orders = new InMemoryPayOrders(store, Clock.systemUTC());
  private final Refunds refunds = new InMemoryRefunds(store, store, Clock.systemUTC());

  @Override
  protected PayOrders orders() {
    return orders;
  }

  @Override
  protected Refunds refunds() {
    return refunds;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  /** The real one cannot see it. */
  @Test
  void whoeverForgetsTheOrdersLockIsFound() {
    Refund stored = stored(aRefund());
    Refund another = aRefund();

    assertForgotten(
        () -> {
          Refund unused = refunds.add(another, LONG);
        });
    assertForgotten(() -> refunds.advance(next(stored, RefundStatus.SUCCESS), Optional.empty()));
  }

  private void assertForgotten(Runnable write) {
    assertThatThrownBy(() -> store.run(write))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lock");
  }
}
