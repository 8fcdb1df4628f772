package com.yuge.payment.domain.fakes;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.contracts.PaidTradesContract;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class InMemoryPaidTradesTest extends PaidTradesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final PayOrders orders = new InMemoryPayOrders(store, Clock.systemUTC());
  private final PaidTrades trades = new InMemoryPaidTrades(store);

  @Override
  protected PayOrders orders() {
    return orders;
  }

  @Override
  protected PaidTrades trades() {
    return trades;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  /** The real one cannot see it. */
  @Test
  void whoeverForgetsTheOrdersLockIsFound() {
    PayOrder order = added(aPayOrder());
    TradeNo tradeNo = new TradeNo("T1");
    PaidTrade payment = payment(order, tradeNo, null);
    TradeClaim claim = new TradeClaim(0, order.channel(), tradeNo, order.payNo(), PRICE, LATER);

    assertForgotten(() -> assertThat(trades.add(payment)).isFalse());
    assertForgotten(() -> trades.replaceAmount(payment, payment));
    assertForgotten(() -> trades.replaceRefunds(payment, payment));
    assertForgotten(() -> trades.addClaim(claim));
  }

  private void assertForgotten(Runnable write) {
    assertThatThrownBy(() -> store.run(write))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lock");
  }
}
