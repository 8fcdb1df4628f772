package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Makes a step of every call of a port. */
record Steps(Surroundings surroundings) {

  /** A port whose far side is never away. */
  <P> P over(Class<P> port, P real) {
    return over(port, real, false);
  }

  /** A port of the store, which may be away. */
  <P> P overStore(Class<P> port, P real) {
    return over(port, real, true);
  }

  private <P> P over(Class<P> port, P real, boolean store) {
    ClassLoader loader = port.getClassLoader();
    Class<?>[] faces = {port};
    return port.cast(
        Proxy.newProxyInstance(
            loader,
            faces,
            (proxy, method, args) -> {
              if (args == null) {
                return invoke(real, method); // Asks the adapter what it is, not the far side.
              }
              surroundings.scheduler().step(() -> told(port, method, args));
              if (store && surroundings.strikes(Trouble.STORE_AWAY)) {
                throw away("the store is away");
              }
              return invoke(real, method, args);
            }));
  }

  static StoreUnavailable away(String why) {
    return new StoreUnavailable(why, new IllegalStateException("simulated"));
  }

  private static Object invoke(Object real, Method method, Object... args) throws Throwable {
    try {
      return method.invoke(real, args);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static String told(Class<?> port, Method method, Object[] args) {
    String all = String.join(", ", Arrays.stream(args).map(Told::of).toList());
    return port.getSimpleName() + "." + method.getName() + "(" + all + ")";
  }
}
