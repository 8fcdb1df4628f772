package com.yuge.payment.in;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands before the stores; while it strikes, every call to them throws. */
public final class StoreTrouble {
  private volatile @Nullable RuntimeException striking;

  public void strike(RuntimeException with) {
    striking = with;
  }

  public void end() {
    striking = null;
  }

  <T> T before(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              RuntimeException trouble = striking;
              if (trouble != null) {
                throw trouble;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }
}
