package com.yuge.payment.out.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Routes a statement to the connection of the open transaction, or to a connection with
 * auto-commit. The two kinds come from two pools, because switching auto-commit off and on again
 * costs each transaction two round trips.
 */
final class Connections extends AbstractRoutingDataSource {
  /** One connection in four has auto-commit, because a single statement needs it only briefly. */
  private static final int SINGLE_SHARE = 4;

  /**
   * @param single the pool with auto-commit
   * @param transactions the pool without auto-commit
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

  /** Creates a pool without auto-commit that takes most of the given pool's connections. */
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
