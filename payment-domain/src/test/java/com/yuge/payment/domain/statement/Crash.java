package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.fixtures.Interceptor;

/** The process dies once: before or after one of its calls to ports. */
final class Crash {
  private int left;
  private boolean armed;

  /**
   * @param point counts the moments before and after each call, from 1
   */
  Crash(int point) {
    this.left = point;
  }

  /** An error, because nobody may catch it. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  <P> P over(Class<P> port, P real) {
    return Interceptor.before(
        port,
        real,
        call -> {
          passPoint();
          Object answer = call.proceed();
          passPoint();
          return answer;
        });
  }

  private void passPoint() {
    if (armed && --left == 0) {
      throw new Died();
    }
  }

  /** Only meanwhile calls count. */
  void during(Runnable work) {
    armed = true;
    try {
      work.run();
    } finally {
      armed = false;
    }
  }

  /** Whether it has happened. */
  boolean isOver() {
    return left <= 0;
  }
}
