package com.yuge.payment.out.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives a statement the open transaction's connection, or one that commits each statement by
 * itself. They come from two pools, because switching a connection's auto-commit off and on again
 * costs each transaction two round trips.
 */
final class Connections extends AbstractRoutingDataSource {
  /** Of all connections: a statement on its own needs one for a round trip only. */
  private static final int SINGLE_SHARE = 4;

  /**
   * @param single with auto-commit
   * @param transactions without
   */
  Connections(DataSource single, DataSource transactions) {
    setTargetDataSources(
        Map.of(false, single, true, new TransactionAwareDataSourceProxy(transactions)));
    afterPropertiesSet();
  }

  @Override
  protected Object determineCurrentLookupKey() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /** Takes most of the pool's connections for one without auto-commit, alike in all else. */
  static HikariDataSource forTransactions(DataSource pool) throws SQLException {
    HikariDataSource single = pool.unwrap(HikariDataSource.class);
    HikariDataSource transactions = new HikariDataSource();
    single.copyStateTo(transactions);
    int all = single.getMaximumPoolSize();
    int forSingle = Math.max(1, all / SINGLE_SHARE);
    single.setMaximumPoolSize(forSingle);
    transactions.setMaximumPoolSize(all - forSingle);
    transactions.setAutoCommit(false);
    transactions.setPoolName(single.getPoolName() + "-transactions");
    return transactions;
  }
}
