package com.yuge.payment.orderservice;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be away, and that counts how often it was asked. */
final class FlakyDatabase extends DelegatingDataSource {
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean away;

  FlakyDatabase(DataSource database) {
    super(database);
  }

  @Override
  public Connection getConnection() throws SQLException {
    int unused = asked.incrementAndGet();
    if (away) {
      throw new SQLException("the database is away");
    }
    return super.getConnection();
  }

  int timesAsked() {
    return asked.get();
  }

  void setAway(boolean away) {
    this.away = away;
  }
}
