package com.yuge.payment.app.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database was asked, by whomever but this. */
final class StatementLog {
  private static final int LENGTH = 150;

  private final JdbcClient jdbc;

  StatementLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Statements that differ in their values only. */
  record Kind(String statement, long count) {}

  /** How many statements the server has been asked since its start, this one among them. */
  long questions() {
    return jdbc.sql("SHOW GLOBAL STATUS LIKE 'Questions'")
        .query((row, n) -> row.getLong(2))
        .single();
  }

  void start() {
    set("log_output = 'TABLE'");
    int unused = jdbc.sql("TRUNCATE TABLE mysql.general_log").update();
    set("general_log = ON");
  }

  /** The most frequent first. */
  List<Kind> end() {
    set("general_log = OFF");
    Map<String, Long> kinds =
        jdbc
            .sql(
                """
                SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log
                WHERE command_type IN ('Query', 'Execute')
                  AND argument NOT LIKE '%general_log%'
                """)
            .query(String.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(StatementLog::kind, Collectors.counting()));
    return kinds.entrySet().stream()
        .map(one -> new Kind(one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(Kind::count).reversed())
        .toList();
  }

  private void set(String variable) {
    int unused = jdbc.sql("SET GLOBAL " + variable).update();
  }

  private static String kind(String statement) {
    String kind =
        statement
            .replaceAll("\\s+", " ")
            .replaceAll("'[^']*'", "?")
            .replaceAll("\\b\\d+\\b", "?")
            .replaceAll("\\(\\?(, ?\\?)*\\)", "(?)");
    return kind.substring(0, Math.min(LENGTH, kind.length())).replace("|", "\\|");
  }
}
