package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.tracing.Tracer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores in a JVM, on a server and by an address that each have a time zone of their own. */
final class ZonedService implements AutoCloseable {
  private final TimeZone zoneBefore = TimeZone.getDefault();
  private final String serverZoneBefore = serverZone();
  private final HikariDataSource pool;
  private final JdbcClient jdbc;

  ZonedService(String jvmZone, String serverZone, String urlParameters) {
    setServerZone(serverZone);
    TimeZone.setDefault(TimeZone.getTimeZone(jvmZone));
    try {
      this.pool = pool(urlParameters);
    } catch (RuntimeException e) {
      restore();
      throw e;
    }
    this.jdbc = JdbcClient.create(pool);
  }

  private static HikariDataSource pool(String urlParameters) {
    HikariConfig config = new HikariConfig();
    try {
      HikariDataSource model = TestDatabase.pool().unwrap(HikariDataSource.class);
      String url = model.getJdbcUrl();
      config.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + urlParameters);
      config.setUsername(model.getUsername());
      config.setPassword(model.getPassword());
    } catch (SQLException e) {
      throw new IllegalStateException("not the service's kind of pool", e);
    }
    config.setMaximumPoolSize(2);
    ConnectionPoolSettings.apply(config);
    return new HikariDataSource(config);
  }

  private static String serverZone() {
    return TestDatabase.jdbc().sql("SELECT @@global.time_zone").query(String.class).single();
  }

  // Connections that are open keep the zone that they began with.
  private static void setServerZone(String zone) {
    TestDatabase.jdbc().sql("SET GLOBAL time_zone = '%s'".formatted(zone)).update();
  }

  /** Of the server, of the session and of the JVM. */
  List<String> zones() {
    String session = jdbc.sql("SELECT @@session.time_zone").query(String.class).single();
    return List.of(serverZone(), session, ZoneId.systemDefault().getId());
  }

  Transactions transactions() {
    return TestDatabase.transactions(pool);
  }

  JdbcPayOrders orders() {
    return new JdbcPayOrders(jdbc);
  }

  JdbcPaidTrades trades() {
    return new JdbcPaidTrades(jdbc, transactions());
  }

  JdbcCallbackLog callbacks() {
    return new JdbcCallbackLog(jdbc);
  }

  JdbcAuditTrail audit() {
    return new JdbcAuditTrail(jdbc, transactions());
  }

  JdbcOutbox outbox() {
    EventJson json = OutboxTables.json(ZoneId.of("Asia/Shanghai"));
    return new JdbcOutbox(jdbc, transactions(), json, Tracer.NOOP, (partition, row) -> {});
  }

  /** When the one row of that order was created. */
  Instant instant(String table, String column, PayNo payNo) {
    return jdbc.sql("SELECT created_at FROM %s WHERE %s = ?".formatted(table, column))
        .param(payNo.value())
        .query((row, n) -> Utc.instant(row, "created_at"))
        .single();
  }

  @Override
  public void close() {
    pool.close();
    restore();
  }

  private void restore() {
    TimeZone.setDefault(zoneBefore);
    setServerZone(serverZoneBefore);
  }
}
