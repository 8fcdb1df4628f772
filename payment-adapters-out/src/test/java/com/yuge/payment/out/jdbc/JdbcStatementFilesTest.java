package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static com.yuge.payment.out.jdbc.StatementTables.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.contracts.StatementFilesContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFile;
import com.yuge.payment.domain.statement.StatementFiles;
import com.yuge.payment.domain.statement.StatementLost;
import com.yuge.payment.domain.statement.Statements;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class JdbcStatementFilesTest extends StatementFilesContract {
  private static final int PART = JdbcStatementFiles.PART;

  @Override
  protected Statements statements() {
    return StatementTables.STATEMENTS;
  }

  @Override
  protected StatementFiles files() {
    return StatementTables.FILES;
  }

  @Override
  protected Transactions transactions() {
    return StatementTables.TRANSACTIONS;
  }

  @Override
  protected void empty() {
    StatementTables.clear();
  }

  @Test
  void aWholeNumberOfPartsHasNoEmptyOneAtItsEnd() throws IOException {
    Statement statement = claimed(DAY);
    byte[] content = bytes(2 * PART);

    StatementFile unused = write(statement, content, PART);

    assertThat(read(statement)).isEqualTo(content);
    assertThat(rows("t_statement_chunk")).isEqualTo(2);
  }

  @Test
  void manyPartsOfAnEarlierFileAreRemoved() throws IOException {
    Statement statement = claimed(DAY);
    for (int part = 0; part < JdbcStatementFiles.MOST_REMOVED + 2; part++) {
      StatementTables.addPart(statement, part);
    }

    StatementFile unused = write(statement, bytes(3), 1);

    assertThat(rows("t_statement_chunk")).isOne();
  }

  @Test
  void whoLosesTheStatementMeanwhileStoresNoOtherPart() throws IOException {
    Statement lost = claimed(DAY);
    OutputStream file = files().replace(lost, () -> {});
    file.write(bytes(PART));
    release(lost);
    Statement ours = claimed(DAY);

    assertThatThrownBy(() -> file.write(bytes(PART))).isInstanceOf(StatementLost.class);
    file.close();
    assertThatThrownBy(() -> file.write(1)).isInstanceOf(IOException.class);
    assertThat(rows("t_statement_chunk")).isOne();

    StatementFile unused = write(ours, new byte[] {9}, 1);
    assertThat(read(ours)).containsExactly(9);
  }
}
