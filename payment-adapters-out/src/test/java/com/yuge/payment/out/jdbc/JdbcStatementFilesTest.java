package com.yuge.payment.out.jdbc;

import static com.yuge.payment.out.jdbc.StatementTables.DAY;
import static com.yuge.payment.out.jdbc.StatementTables.FILES;
import static com.yuge.payment.out.jdbc.StatementTables.STATEMENTS;
import static com.yuge.payment.out.jdbc.StatementTables.TRANSACTIONS;
import static com.yuge.payment.out.jdbc.StatementTables.claimed;
import static com.yuge.payment.out.jdbc.StatementTables.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementLost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files in the real table, part by part. */
class JdbcStatementFilesTest {
  private static final int PART = JdbcStatementFiles.PART;

  private final Random random = new Random(7);

  @BeforeEach
  void clear() {
    StatementTables.clear();
  }

  @Test
  void aFileOfSomePartsComesBackAsItWas() throws IOException {
    Statement statement = claimed(DAY);
    byte[] content = bytes(3 * PART + PART / 2);

    write(statement, content, 70_001);

    assertThat(read(statement)).isEqualTo(content);
    assertThat(rows("t_statement_chunk")).isEqualTo(4);
  }

  @Test
  void aWholeNumberOfPartsHasNoEmptyOneAtItsEnd() throws IOException {
    Statement statement = claimed(DAY);
    byte[] content = bytes(2 * PART);

    write(statement, content, PART);

    assertThat(read(statement)).isEqualTo(content);
    assertThat(rows("t_statement_chunk")).isEqualTo(2);
  }

  @Test
  void aShorterFileReplacesALongerOne() throws IOException {
    Statement statement = claimed(DAY);
    Statement other = claimed(DAY.plusDays(1));
    write(other, bytes(10), 10);
    int many = JdbcStatementFiles.MOST_REMOVED + 2;
    for (int part = 0; part < many; part++) {
      part(statement, part);
    }

    write(statement, new byte[] {1, -1, 0}, 1);

    assertThat(read(statement)).containsExactly(1, -1, 0);
    assertThat(read(other)).hasSize(10);
    assertThat(rows("t_statement_chunk")).isEqualTo(2);
  }

  @Test
  void anEmptyFileReplacesOneToo() throws IOException {
    Statement statement = claimed(DAY);
    write(statement, bytes(10), 10);

    FILES.replace(statement).close();

    assertThat(read(statement)).isEmpty();
    assertThat(rows("t_statement_chunk")).isZero();
  }

  @Test
  void whoLostTheStatementStoresNothingMore() throws IOException {
    Statement lost = claimed(DAY);
    OutputStream file = FILES.replace(lost);
    file.write(bytes(PART));
    TRANSACTIONS.run(() -> STATEMENTS.keep(lost, Duration.ZERO));
    Statement ours = claimed(DAY);

    assertThatThrownBy(() -> file.write(bytes(PART))).isInstanceOf(StatementLost.class);
    file.close();
    assertThatThrownBy(() -> file.write(1)).isInstanceOf(IOException.class);
    assertThat(rows("t_statement_chunk")).isOne();

    write(ours, new byte[] {9}, 1);
    assertThat(read(ours)).containsExactly(9);
  }

  @Test
  void bytesAreReadOneByOneToo() throws IOException {
    Statement statement = claimed(DAY);
    write(statement, new byte[] {-1, 5}, 2);

    try (InputStream file = FILES.open(statement)) {
      assertThat(new int[] {file.read(), file.read(), file.read(), file.read()})
          .containsExactly(255, 5, -1, -1);
    }
  }

  private static void part(Statement statement, int part) {
    RowCounts.one(
        StatementTables.JDBC
            .sql(
                """
                INSERT INTO t_statement_chunk (statement_id, run, part_no, content, created_at)
                VALUES (?, 1, ?, 'x', NOW())
                """)
            .params(statement.id(), part)
            .update());
  }

  private static void write(Statement statement, byte[] content, int step) throws IOException {
    try (OutputStream file = FILES.replace(statement)) {
      for (int at = 0; at < content.length; at += step) {
        file.write(Arrays.copyOfRange(content, at, Math.min(at + step, content.length)));
      }
    }
  }

  private static byte[] read(Statement statement) throws IOException {
    try (InputStream file = FILES.open(statement)) {
      return file.readAllBytes();
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
