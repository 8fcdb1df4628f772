package com.yuge.payment.app.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a payment writes, by JDBC alone: the same statements in the same transactions, with nothing
 * round them. It is what the database allows.
 */
final class SameRows implements AutoCloseable {
  private static final String CREATE =
      """
      INSERT INTO t_pay_order (pay_no, order_no, amount, currency, channel, status, version,
        expire_at, next_check_at, created_at, updated_at)
      VALUES (?, ?, 7.00, 'CNY', 'MOCK', 'INIT', 0, NOW(6), NOW(6), NOW(6), NOW(6))
      """;
  private static final String LOCK = "SELECT * FROM t_pay_order WHERE pay_no = ? FOR UPDATE";
  private static final String TRADE =
      """
      INSERT INTO t_pay_trade (channel, trade_no, pay_no, kind, amount, currency, received_at)
      VALUES ('MOCK', ?, ?, 'SETTLED', 7.00, 'CNY', NOW(6))
      """;
  private static final String CALLBACK =
      """
      INSERT INTO t_pay_callback_log (channel, pay_no, callback_id, callback_status, raw_payload,
        signature_valid, process_result, reason, created_at)
      VALUES ('MOCK', ?, ?, 'SUCCESS', ?, 1, 'PROCESSED', 'APPLIED', NOW(6))
      """;
  private static final String PAID =
      """
      UPDATE t_pay_order
      SET status = 'SUCCESS', version = 1, channel_trade_no = ?, paid_at = NOW(6),
        ended_at = NOW(6), next_check_at = NULL, updated_at = NOW(6)
      WHERE pay_no = ? AND version = 0 AND status IN ('INIT', 'PAYING')
      """;
  private static final String EVENT =
      """
      INSERT INTO t_outbox_event (event_id, partition_no, aggregate_key, tag, payload, headers,
        created_at)
      VALUES (?, ?, ?, 'PAYMENT_SUCCEEDED', ?, ?, NOW(6))
      """;
  private static final String PENDING =
      "INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key) VALUES (?, ?, ?)";
  private static final int PARTITIONS = 16;
  private static final String PAYLOAD = "x".repeat(400);
  private static final String HEADERS = "{\"traceparent\":\"" + "0".repeat(55) + "\"}";

  private final Connection single;
  private final Connection transaction;

  SameRows(DataSource pool) throws SQLException {
    this.single = pool.getConnection();
    this.transaction = pool.getConnection();
    transaction.setAutoCommit(false);
  }

  String create() throws SQLException {
    String number = UUID.randomUUID().toString().replace("-", "");
    write(single, CREATE, number, number);
    return number;
  }

  void callback(String payNo) throws SQLException {
    try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
      lock.setString(1, payNo);
      try (ResultSet row = lock.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException(payNo);
        }
      }
    }
    write(transaction, TRADE, payNo, payNo);
    write(transaction, CALLBACK, payNo, payNo, PAYLOAD);
    write(transaction, PAID, payNo, payNo);
    int partition = Math.floorMod(payNo.hashCode(), PARTITIONS);
    long row = write(transaction, EVENT, payNo, partition, payNo, PAYLOAD, HEADERS);
    write(transaction, PENDING, partition, row, payNo);
    transaction.commit();
  }

  private static long write(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException(sql);
      }
      try (ResultSet key = statement.getGeneratedKeys()) {
        return key.next() ? key.getLong(1) : 0;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (single;
        transaction) {
      transaction.rollback();
    }
  }
}
