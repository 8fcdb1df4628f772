package com.yuge.payment.app.hostile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the database, to see that it is still the same. */
record Tables(JdbcClient jdbc) {
  private static final String CALLBACKS = "t_pay_callback_log";

  /** A checksum of each table, but of that of callbacks, which keeps refused ones, the others. */
  record Rows(Map<String, Long> checksums, List<Map<String, Object>> believedCallbacks) {}

  Rows rows() {
    return new Rows(checksums(), believedCallbacks());
  }

  /** A checksum of each table but that of callbacks. */
  Map<String, Long> checksums() {
    return jdbc
        .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
        .query(String.class)
        .list()
        .stream()
        .filter(table -> !table.equals(CALLBACKS))
        .collect(Collectors.toMap(Function.identity(), this::checksum));
  }

  private long checksum(String table) {
    return jdbc.sql("CHECKSUM TABLE " + table).query((row, n) -> row.getLong("Checksum")).single();
  }

  private List<Map<String, Object>> believedCallbacks() {
    return jdbc.sql("SELECT * FROM t_pay_callback_log WHERE signature_valid = 1 ORDER BY id")
        .query()
        .listOfRows();
  }
}
