package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An order that was never opened when it was read is closed although it has been opened since. */
public final class ClosesWhatWasOpened extends Wiring {
  private final Map<PayNo, PayStatus> lastRead = new HashMap<>();

  @Override
  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    return telling(super.orders(store, storeClock), "find", this::remember);
  }

  @Override
  public PayOrders ordersToClose(PayOrders real) {
    return telling(real, "lock", this::asItWasRead);
  }

  private PayOrder remember(PayOrder order) {
    lastRead.put(order.payNo(), order.status());
    return order;
  }

  private PayOrder asItWasRead(PayOrder order) {
    boolean openedSince =
        order.status() == PayStatus.PAYING && lastRead.get(order.payNo()) == PayStatus.INIT;
    return openedSince ? PayOrderBook.asOpen(order, PayStatus.INIT) : order;
  }

  private static PayOrders telling(PayOrders real, String call, UnaryOperator<PayOrder> told) {
    return (PayOrders)
        Proxy.newProxyInstance(
            PayOrders.class.getClassLoader(),
            new Class<?>[] {PayOrders.class},
            (proxy, method, args) -> {
              try {
                Object answer = method.invoke(real, args);
                return method.getName().equals(call) && answer instanceof Optional<?> found
                    ? found.map(order -> told.apply((PayOrder) order))
                    : answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
