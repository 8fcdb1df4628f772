package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An order that was never opened when it was read is closed although it has been opened since: the
 * task that read it locks it, and takes it for what it was.
 */
public final class ClosesWhatWasOpened extends Wiring {
  private final Map<Thread, PayOrder> lastRead = new HashMap<>();

  @Override
  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    PayOrders reading = telling(super.orders(store, storeClock), "find", this::remember);
    return telling(reading, "lock", this::asItWasRead);
  }

  private PayOrder remember(PayOrder order) {
    lastRead.put(Thread.currentThread(), order);
    return order;
  }

  private PayOrder asItWasRead(PayOrder order) {
    PayOrder read = lastRead.remove(Thread.currentThread());
    boolean openedSince =
        order.status() == PayStatus.PAYING
            && read != null
            && read.payNo().equals(order.payNo())
            && read.status() == PayStatus.INIT;
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
