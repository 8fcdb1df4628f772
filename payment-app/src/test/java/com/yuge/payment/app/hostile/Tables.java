package com.yuge.payment.app.hostile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the database, to see that it is still the same. */
record Tables(JdbcClient jdbc) {
  private static final String CALLBACKS = "t_pay_callback_log";

  /** A checksum of each table, but for that of callbacks, which keeps refused ones too. */
  Map<String, Long> checksums() {
    List<String> names =
        jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
            .query(String.class)
            .list();
    Map<String, Long> checksums = new TreeMap<>();
    for (String name : names) {
      if (!name.equals(CALLBACKS)) {
        checksums.put(name, checksum(name));
      }
    }
    return checksums;
  }

  private long checksum(String table) {
    return jdbc.sql("CHECKSUM TABLE " + table).query((row, n) -> row.getLong("Checksum")).single();
  }

  /** Of all callbacks: those that were believed. */
  List<Map<String, Object>> believedCallbacks() {
    return jdbc.sql("SELECT * FROM t_pay_callback_log WHERE signature_valid = 1 ORDER BY id")
        .query()
        .listOfRows();
  }
}
