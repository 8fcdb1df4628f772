package com.yuge.payment.devstack;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the server's latest deadlock. The deadlock counters do not change on MySQL 8.0.15. */
public final class LatestDeadlock {
  private static final String BEGIN = "LATEST DETECTED DEADLOCK";
  private static final String END = "\nTRANSACTIONS\n";

  private LatestDeadlock() {}

  /** Returns its time and statements, which differ for each deadlock; empty if there was none. */
  public static String on(JdbcClient database) {
    String status =
        database
            .sql("SHOW ENGINE INNODB STATUS")
            .query((row, number) -> row.getString("Status"))
            .single();
    int begin = status.indexOf(BEGIN);
    return begin < 0 ? "" : status.substring(begin, status.indexOf(END, begin));
  }
}
