package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.CreatePayOrder.Creation;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.UserNo;
import com.yuge.payment.domain.simulation.kernel.History;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Creates pay orders, again until it is answered, sometimes with the wrong amount. */
public final class OrderService {
  private static final Money PRICE = Money.cny(new BigDecimal("99.99"));
  private static final Money WRONG_PRICE = Money.cny(new BigDecimal("98.99"));
  private static final Duration SPREAD = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_ORDERS = 3;
  private static final int MORE_ORDERS = 3;
  private static final Parties PARTIES = new Parties(new MerchantNo("M1"), new UserNo("U1"));

  private final Surroundings surroundings;
  private final Fleet fleet;
  private final Payer payer;
  private final History history;
  private final boolean limited;
  private final Map<OrderNo, PayOrder> agreed = new LinkedHashMap<>();

  public OrderService(
      Surroundings surroundings, Fleet fleet, Payer payer, History history, boolean limited) {
    this.limited = limited;
    this.surroundings = surroundings;
    this.fleet = fleet;
    this.payer = payer;
    this.history = history;
  }

  public void begin() {
    int orders = 1 + surroundings.chance().below(MOST_ORDERS) + (limited ? MORE_ORDERS : 0);
    for (int i = 1; i <= orders; i++) {
      OrderNo orderNo = new OrderNo("O" + i);
      surroundings.scheduler().after(surroundings.upTo(SPREAD), () -> create(orderNo));
    }
  }

  private void create(OrderNo orderNo) {
    if (agreed.containsKey(orderNo)) {
      askForAnother(orderNo);
    } else {
      ask(orderNo, PRICE);
      surroundings.scheduler().after(surroundings.upTo(PATIENCE), () -> create(orderNo));
    }
  }

  private void ask(OrderNo orderNo, Money amount) {
    fleet.request(
        "create",
        at ->
            at.create()
                .handle(
                    new PayRequest(
                        orderNo,
                        amount,
                        TestChannels.MOCK,
                        null,
                        limited ? PARTIES : Parties.UNSAID)),
        creation -> answered(amount, creation));
  }

  private void askForAnother(OrderNo orderNo) {
    if (surroundings.chance().oneIn(4)) {
      ask(orderNo, WRONG_PRICE);
    }
  }

  private void answered(Money asked, Creation creation) {
    PayOrder order = creation.order();
    boolean agrees = creation instanceof Creation.Agreed;
    if (agrees != asked.equals(PRICE)) {
      throw new IllegalStateException(asked + " was answered by " + creation);
    }
    if (agrees) {
      remember(order);
    }
  }

  private void remember(PayOrder order) {
    PayOrder before = agreed.putIfAbsent(order.orderNo(), order);
    if (before == null) {
      history.alias(order.payNo().value(), "P" + order.orderNo().value().substring(1));
      payer.has(order);
    } else if (!before.payNo().equals(order.payNo())) {
      throw new IllegalStateException("two pay orders: " + before + " and " + order);
    }
  }

  /** The pay orders that it was told of. */
  public Map<OrderNo, PayOrder> agreed() {
    return agreed;
  }
}
