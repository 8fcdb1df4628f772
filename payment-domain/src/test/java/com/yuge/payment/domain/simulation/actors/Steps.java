package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fixtures.Interceptor;
import com.yuge.payment.domain.fixtures.Interceptor.Call;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;

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
    return Interceptor.before(
        port,
        real,
        call -> {
          if (call.arguments().isEmpty()) {
            return call.proceed(); // Asks the adapter what it is, not the far side.
          }
          surroundings.scheduler().step(() -> told(port, call));
          if (store && surroundings.strikes(Trouble.STORE_AWAY)) {
            throw away("the store is away");
          }
          return call.proceed();
        });
  }

  static StoreUnavailable away(String why) {
    return new StoreUnavailable(why, new IllegalStateException("simulated"));
  }

  private static String told(Class<?> port, Call call) {
    String all = String.join(", ", call.arguments().stream().map(Told::of).toList());
    return port.getSimpleName() + "." + call.name() + "(" + all + ")";
  }
}
