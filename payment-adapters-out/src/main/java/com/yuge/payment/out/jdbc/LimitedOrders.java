package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditChunk;
import com.yuge.payment.domain.audit.AuditDay;
import com.yuge.payment.domain.audit.AuditFact;
import com.yuge.payment.domain.limit.LimitScope;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that may count against limits of a day; their sums are added to t_audit_limit. */
record LimitedOrders(JdbcClient jdbc) {
  private static final String SUMS =
      """
      JSON_TABLE(:sums, '$[*]' COLUMNS (
        scope VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin PATH '$.scope',
        subject VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin PATH '$.subject',
        amount DECIMAL(18,2) PATH '$.amount')) n
      """;

  private static final String ADD =
      """
      INSERT INTO t_audit_limit (scope, subject, counted)
      SELECT n.scope, n.subject, n.amount FROM %s
      ON DUPLICATE KEY UPDATE counted = t_audit_limit.counted + n.amount
      """
          .formatted(SUMS);

  private static final String ADD_AGAIN =
      """
      UPDATE %s
      STRAIGHT_JOIN t_audit_limit a FORCE INDEX (uk_audit_limit_subject)
        ON a.scope = n.scope AND a.subject = n.subject
      SET a.counted = a.counted + n.amount
      """
          .formatted(SUMS);

  /**
   * An order.
   *
   * @param number the number of the walked row
   * @param userNo null unless the order counts against its user's limit of the day; the merchant's
   *     number likewise
   */
  record Order(
      long number,
      Instant at,
      BigDecimal amount,
      @Nullable String userNo,
      @Nullable String merchantNo)
      implements WalkedRow {
    @Override
    public List<AuditFact> facts() {
      return List.of();
    }

    static Order map(ResultSet row, int n) throws SQLException {
      return new Order(
          row.getLong("id"),
          Utc.instant(row, "at"),
          row.getBigDecimal("amount"),
          row.getString("user_no"),
          row.getString("merchant_no"));
    }
  }

  /** Returns the next orders by their row numbers. */
  List<Order> created(AuditDay day, long after, int limit) {
    return jdbc.sql(
            """
            SELECT id, created_at AS at, amount,
              IF(limit_day = :day AND user_limit_shard IS NOT NULL, user_no, NULL) AS user_no,
              IF(limit_day = :day AND merchant_limit_shard IS NOT NULL, merchant_no, NULL)
                AS merchant_no
            FROM t_pay_order WHERE id > :after ORDER BY id LIMIT :most
            """)
        .param("day", day.date())
        .param("after", after)
        .param("most", limit)
        .query(Order::map)
        .list();
  }

  /**
   * Returns the orders of the next payments, by the payments' row numbers. An order has at most one
   * payment of these two kinds, so it is summed up once.
   */
  List<Order> paid(AuditDay day, long after, long before, int limit) {
    return jdbc.sql(
            """
            SELECT t.id, t.received_at AS at, COALESCE(o.amount, 0) AS amount,
              IF(o.user_limit_shard IS NOT NULL, o.user_no, NULL) AS user_no,
              IF(o.merchant_limit_shard IS NOT NULL, o.merchant_no, NULL) AS merchant_no
            FROM (
              SELECT id, received_at, pay_no, kind FROM t_pay_trade FORCE INDEX (uk_pay_trade_id)
              WHERE id > :after ORDER BY id LIMIT :most
            ) t
            LEFT JOIN t_pay_order o
              ON o.pay_no = t.pay_no AND o.limit_day = :day AND o.id <= :before
                AND t.kind IN ('SETTLED', 'LATE')
            """)
        .param("day", day.date())
        .param("after", after)
        .param("before", before)
        .param("most", limit)
        .query(Order::map)
        .list();
  }

  /**
   * Adds the orders' amounts to the sums.
   *
   * @param again whether only subjects that are in the table already count
   */
  AuditChunk add(List<Order> orders, AuditDay day, long after, int limit, boolean again) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Order order : orders) {
      add(sums, LimitScope.USER, order.userNo(), order.amount());
      add(sums, LimitScope.MERCHANT, order.merchantNo(), order.amount());
    }
    if (!sums.isEmpty()) {
      String json =
          sums.entrySet().stream()
              .map(sum -> "{%s,\"amount\":\"%s\"}".formatted(sum.getKey(), sum.getValue()))
              .collect(Collectors.joining(",", "[", "]"));
      int unused = jdbc.sql(again ? ADD_AGAIN : ADD).param("sums", json).update();
    }
    return WalkedRow.chunk(orders, day, after, limit);
  }

  // The grammar of a subject allows no character that JSON escapes.
  private static void add(
      Map<String, BigDecimal> sums, LimitScope scope, @Nullable String subject, BigDecimal amount) {
    if (subject != null) {
      sums.merge(
          "\"scope\":\"%s\",\"subject\":\"%s\"".formatted(scope, subject), amount, BigDecimal::add);
    }
  }
}
