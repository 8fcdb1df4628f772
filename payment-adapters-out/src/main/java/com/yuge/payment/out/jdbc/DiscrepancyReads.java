package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads t_discrepancy; each SQL statement has a row limit. */
record DiscrepancyReads(JdbcClient jdbc) {
  private static final String LIST =
      DiscrepancyRow.SELECT
          + """
          FORCE INDEX (%s)
          WHERE id > :after AND (:payNo IS NULL OR pay_no = :payNo)
            AND (:state IS NULL OR state = :state) AND (:type IS NULL OR kind = :type)
            AND (:channel IS NULL OR channel = :channel)
          ORDER BY id LIMIT :most
          """;

  /** Returns the number of an open discrepancy about the statement itself. */
  Optional<Long> ofFile(Statement statement, DiscrepancyType type) {
    return jdbc.sql(
            """
            SELECT id FROM t_discrepancy
            WHERE channel = ? AND kind = ? AND subject = ? AND state = 'OPEN'
            """)
        .params(statement.key().channel().name(), type.name(), statement.key().subject())
        .query(Long.class)
        .optional();
  }

  Optional<Discrepancy> find(long id) {
    return jdbc.sql(DiscrepancyRow.SELECT + "WHERE id = ?")
        .param(id)
        .query(DiscrepancyRow::map)
        .optional();
  }

  List<Discrepancy> list(DiscrepancyFilter filter, long after, int limit) {
    Discrepancy.State state = filter.state();
    DiscrepancyType type = filter.type();
    PayChannel channel = filter.channel();
    return jdbc.sql(LIST.formatted(key(filter)))
        .param("after", after)
        .param("payNo", filter.payNo())
        .param("state", name(state))
        .param("type", name(type))
        .param("channel", channel == null ? null : channel.name())
        .param("most", limit)
        .query(DiscrepancyRow::map)
        .list();
  }

  private static String key(DiscrepancyFilter filter) {
    if (filter.payNo() != null) {
      return "idx_discrepancy_pay_no";
    }
    return filter.state() == null ? "PRIMARY" : "idx_discrepancy_state";
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private record Open(DiscrepancyType type, int count) {}

  Map<DiscrepancyType, Integer> countOpen(int limit) {
    List<Open> open =
        jdbc.sql(
                """
                SELECT kind, COUNT(*) AS number
                FROM (SELECT kind FROM t_discrepancy FORCE INDEX (idx_discrepancy_state)
                      WHERE state = 'OPEN' ORDER BY id LIMIT ?) o
                GROUP BY kind
                """)
            .param(limit)
            .query(
                (row, n) ->
                    new Open(DiscrepancyType.valueOf(row.getString("kind")), row.getInt("number")))
            .list();
    Map<DiscrepancyType, Integer> counts = new EnumMap<>(DiscrepancyType.class);
    open.forEach(one -> counts.put(one.type(), one.count()));
    return counts;
  }
}
