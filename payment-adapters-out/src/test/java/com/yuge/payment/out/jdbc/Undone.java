package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.Transactions;

/** Work whose transaction is rolled back, so that other tests do not see it. */
final class Undone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Undone() {}

  static void in(Transactions transactions, Runnable work) {
    try {
      transactions.run(
          () -> {
            work.run();
            throw new Undone();
          });
    } catch (Undone expected) {
      assertThat(expected).hasNoCause();
    }
  }
}
