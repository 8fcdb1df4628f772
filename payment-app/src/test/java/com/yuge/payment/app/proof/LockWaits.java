package com.yuge.payment.app.proof;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How many transactions wait for a lock just now, on the whole server. */
final class LockWaits {
  private LockWaits() {}

  static int in(JdbcClient jdbc) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
        .query(Integer.class)
        .single();
  }
}
