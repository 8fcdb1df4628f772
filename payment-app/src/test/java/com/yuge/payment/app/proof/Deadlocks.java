package com.yuge.payment.app.proof;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database itself says of deadlocks. MariaDB counts them; MySQL 8.0.15 has the counter too
 * but never moves it, so the last one's own story is compared as well, which has its time.
 */
record Deadlocks(long counted, String last) {
  static Deadlocks in(JdbcClient jdbc) {
    return new Deadlocks(
        jdbc.sql(
                "SELECT count FROM information_schema.innodb_metrics WHERE name = 'lock_deadlocks'")
            .query(Long.class)
            .single(),
        last(
            jdbc.sql("SHOW ENGINE INNODB STATUS")
                .query((row, n) -> row.getString("Status"))
                .single()));
  }

  private static String last(String status) {
    int begin = status.indexOf("LATEST DETECTED DEADLOCK");
    return begin < 0 ? "" : status.substring(begin, status.indexOf("\nTRANSACTIONS\n", begin));
  }
}
