package com.yuge.payment.app.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a service's connections sent to the database, by the server's general log: it holds every
 * command with its values, also those that the pool and the driver send by themselves.
 */
final class RoundTrips implements AutoCloseable {
  private static final Pattern TABLE = Pattern.compile("\\bt_[a-z_]+");
  private static final Pattern READ = Pattern.compile("(?s).*FROM\\s+(t_[a-z_]+).*");

  private final JdbcClient server;
  private final String database;

  private RoundTrips(JdbcClient server, String database) {
    this.server = server;
    this.database = database;
  }

  /** Begins to log; until it is closed all of the server's work is slower. */
  static RoundTrips of(JdbcClient server, String database) {
    RoundTrips trips = new RoundTrips(server, database);
    trips.execute("SET GLOBAL log_output = 'TABLE'");
    trips.execute("SET GLOBAL general_log = 'ON'");
    return trips;
  }

  void forget() {
    execute("TRUNCATE TABLE mysql.general_log");
  }

  /**
   * The transactions in which one of these values was named, each as its statements in short, with
   * all that was sent to begin and to end it; a statement on its own is a transaction, too.
   */
  List<List<String>> naming(String... values) {
    List<List<String>> found = new ArrayList<>();
    for (List<String> commands : commandsByConnection().values()) {
      for (List<String> transaction : transactions(commands)) {
        if (transaction.stream().anyMatch(sql -> namesOne(sql, values))) {
          found.add(transaction.stream().map(RoundTrips::inShort).toList());
        }
      }
    }
    return found;
  }

  private static boolean namesOne(String sql, String... values) {
    return Stream.of(values).anyMatch(sql::contains);
  }

  private record Command(long connection, String sql) {}

  // Without a join, which may give its rows in any order: the log alone is in the order of writing.
  // A ping belongs to no statement: the pool sends one where a connection was idle for long.
  private Map<Long, List<String>> commandsByConnection() {
    Set<Long> connections = connections();
    return server
        .sql(
            """
            SELECT thread_id, CONVERT(argument USING utf8mb4) AS command FROM mysql.general_log
            WHERE command_type IN ('Query', 'Execute', 'Prepare')
            """)
        .query((row, n) -> new Command(row.getLong("thread_id"), row.getString("command")))
        .stream()
        .filter(command -> connections.contains(command.connection()))
        .collect(
            groupingBy(Command::connection, LinkedHashMap::new, mapping(Command::sql, toList())));
  }

  private Set<Long> connections() {
    return server
        .sql("SELECT id FROM information_schema.processlist WHERE db = ?")
        .param(database)
        .query(Long.class)
        .set();
  }

  private static List<List<String>> transactions(List<String> commands) {
    List<List<String>> transactions = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String command : commands) {
      switch (inShort(command)) {
        case "SET autocommit=0" -> {
          eachAlone(open, transactions);
          open.add(command);
        }
        case "SET autocommit=1" -> {
          // Of a transaction that was forgotten but for its end there is nothing to add to.
          if (!transactions.isEmpty()) {
            transactions.get(transactions.size() - 1).add(command);
          }
        }
        case "COMMIT", "ROLLBACK" -> {
          open.add(command);
          transactions.add(new ArrayList<>(open));
          open.clear();
        }
        default -> open.add(command);
      }
    }
    eachAlone(open, transactions);
    return transactions;
  }

  private static void eachAlone(List<String> statements, List<List<String>> transactions) {
    statements.forEach(statement -> transactions.add(List.of(statement)));
    statements.clear();
  }

  private static String inShort(String sql) {
    String verb = sql.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
    if (verb.equals("SET")) {
      return sql.strip();
    }
    Matcher read = READ.matcher(sql);
    if (verb.equals("SELECT") && read.matches()) { // Its subqueries come first.
      return (sql.contains("FOR UPDATE") ? "LOCK " : "SELECT ") + read.group(1);
    }
    Matcher table = TABLE.matcher(sql);
    return table.find() ? verb + " " + table.group() : verb;
  }

  private void execute(String sql) {
    int unused = server.sql(sql).update();
  }

  @Override
  public void close() {
    execute("SET GLOBAL general_log = 'OFF'");
    forget();
  }
}
