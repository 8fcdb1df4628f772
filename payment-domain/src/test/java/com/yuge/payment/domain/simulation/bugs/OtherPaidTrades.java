package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

/** {@link PaidTrades} that add in another way. */
final class OtherPaidTrades {
  private OtherPaidTrades() {}

  static PaidTrades adding(PaidTrades real, Predicate<PaidTrade> add) {
    return (PaidTrades)
        Proxy.newProxyInstance(
            PaidTrades.class.getClassLoader(),
            new Class<?>[] {PaidTrades.class},
            (proxy, method, args) -> {
              try {
                return method.getName().equals("add")
                    ? add.test((PaidTrade) args[0])
                    : method.invoke(real, args);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
