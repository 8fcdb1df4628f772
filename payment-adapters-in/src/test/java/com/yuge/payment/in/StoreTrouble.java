package com.yuge.payment.in;

import com.yuge.payment.domain.fixtures.Interceptor;
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
    return Interceptor.before(
        port,
        real,
        call -> {
          RuntimeException trouble = striking;
          if (trouble != null) {
            throw trouble;
          }
          return call.proceed();
        });
  }
}
