package com.yuge.payment.app.proof;

import com.yuge.payment.devstack.LatestDeadlock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself says of deadlocks: how many there were, and the report of the last. */
public record Deadlocks(long counted, String last) {
  public static Deadlocks in(JdbcClient jdbc) {
    long counted =
        jdbc.sql(
                "SELECT count FROM information_schema.innodb_metrics WHERE name = 'lock_deadlocks'")
            .query(Long.class)
            .single();
    return new Deadlocks(counted, LatestDeadlock.on(jdbc));
  }
}
