package com.yuge.payment.app.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.yuge.payment.app.e2e.ManyPayments;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A statement of MOCK whose file is stored already, as the service stores it. */
final class StoredStatement {
  private static final int PART = 1 << 20;

  private final JdbcClient jdbc;
  private final LocalDate day;
  private final MessageDigest sha256;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * PART);
  private long id;
  private int parts;
  private long bytes;

  StoredStatement(JdbcClient jdbc, LocalDate day) {
    this.jdbc = jdbc;
    this.day = day;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** How far it is: FETCHED, PARSED, then what of MATCHED is compared. */
  Optional<String> phase() {
    return jdbc.sql("SELECT IF(state = 'MATCHED', walk, state) FROM t_statement WHERE id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  int discrepancies() {
    return jdbc.sql("SELECT COUNT(*) FROM t_discrepancy").query(Integer.class).single();
  }

  /** Stores it with its days beside it, which have no trade; nothing happens with it yet. */
  void store(int lines) {
    int unused = jdbc.sql("DELETE FROM t_statement").update();
    for (int beside : new int[] {-1, 1, 2}) {
      add(day.plusDays(beside), "EMPTY", "DONE");
    }
    add(day, "WAITING", "LINES");
    id =
        jdbc.sql("SELECT id FROM t_statement WHERE bill_date = ?")
            .param(day)
            .query(Long.class)
            .single();
    write("time,kind,pay_no,trade_no,refund_no,channel_refund_no,amount,currency,fee\n");
    Instant noon = day.atTime(12, 0).atZone(ManyPayments.SHOP).toInstant();
    for (int i = 0; i < lines; i++) {
      write(
          "%s,PAYMENT,%s,%s,,,1.00,CNY,0.01\n"
              .formatted(noon, ManyPayments.payNo(i), ManyPayments.tradeNo(i)));
    }
    write("total_lines,total_paid,total_refunded,total_fees\n");
    write("%d,%d.00,0.00,%d.%02d\n".formatted(lines, lines, lines / 100, lines % 100));
    part();
  }

  private void add(LocalDate of, String state, String walk) {
    int unused =
        jdbc.sql(
                """
                INSERT INTO t_statement (channel, merchant, bill_date, kind, state, version, run,
                  attempts, foreign_lines, walk, row_no, discrepancies, created_at, updated_at)
                VALUES ('MOCK', 'MOCK', ?, 'ALL', ?, 1, 1, 0, 0, ?, 0, 0, NOW(), NOW())
                """)
            .params(of, state, walk)
            .update();
  }

  private void write(String text) {
    buffer.writeBytes(text.getBytes(US_ASCII));
    if (buffer.size() >= PART) {
      part();
    }
  }

  private void part() {
    byte[] content = buffer.toByteArray();
    buffer.reset();
    sha256.update(content);
    bytes += content.length;
    int unused =
        jdbc.sql(
                """
                INSERT INTO t_statement_chunk (statement_id, run, part_no, content, created_at)
                VALUES (?, 1, ?, ?, UTC_TIMESTAMP(6))
                """)
            .params(id, parts++, content)
            .update();
  }

  /** From now on it is due. */
  void begin() {
    int unused =
        jdbc.sql(
                """
                UPDATE t_statement
                SET state = 'FETCHED', sha256 = ?, bytes = ?, next_check_at = UTC_TIMESTAMP(6)
                WHERE id = ?
                """)
            .params(HexFormat.of().formatHex(sha256.digest()), bytes, id)
            .update();
  }
}
