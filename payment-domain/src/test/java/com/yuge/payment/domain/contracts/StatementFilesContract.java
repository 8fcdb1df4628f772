package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFile;
import com.yuge.payment.domain.statement.StatementFiles;
import com.yuge.payment.domain.statement.StatementLost;
import com.yuge.payment.domain.statement.StatementState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link StatementFiles} holds to. */
public abstract class StatementFilesContract extends StatementsBench {
  protected static final int MEBIBYTE = 1 << 20;

  private final Random random = new Random(7);

  protected abstract StatementFiles files();

  @Test
  void aFileComesBackAsItWasAndItsHashIsTold() throws Exception {
    Statement statement = claimed(DAY);
    byte[] content = bytes(3 * MEBIBYTE + MEBIBYTE / 2);

    StatementFile received = write(statement, content, 70_001);

    assertThat(read(statement)).isEqualTo(content);
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
    assertThat(received)
        .isEqualTo(new StatementFile(HexFormat.of().formatHex(sha256), content.length));
  }

  @Test
  void anotherFileReplacesOne() throws IOException {
    Statement statement = claimed(DAY);
    Statement other = claimed(DAY.plusDays(1));
    StatementFile tenBytes = write(other, bytes(10), 10);
    StatementFile unused = write(statement, bytes(MEBIBYTE + 1), MEBIBYTE);

    StatementFile received = write(statement, new byte[] {1, -1, 0}, 1);

    assertThat(received.bytes()).isEqualTo(3);
    assertThat(read(statement)).containsExactly(1, -1, 0);
    assertThat(read(other)).hasSize(10).hasSize((int) tenBytes.bytes());
  }

  @Test
  void anEmptyFileReplacesOneToo() throws IOException {
    Statement statement = claimed(DAY);
    StatementFile unused = write(statement, bytes(10), 10);

    StatementFile received = write(statement, new byte[0], 1);

    assertThat(received.bytes()).isZero();
    assertThat(read(statement)).isEmpty();
  }

  @Test
  void eachRunHasAFileOfItsOwn() throws IOException {
    Statement first = claimed(DAY);
    Statement second = plain(first, StatementState.WAITING, first.version(), 2);
    StatementFile unused = write(first, new byte[] {1}, 1);
    unused = write(second, new byte[] {2}, 1);

    assertThat(read(first)).containsExactly(1);
    assertThat(read(second)).containsExactly(2);
  }

  @Test
  void whoLostTheStatementStoresNothingMore() throws IOException {
    Statement lost = claimed(DAY);
    release(lost);
    Statement ours = claimed(DAY);
    StatementFile unused = write(ours, new byte[] {9}, 1);

    assertThatThrownBy(() -> write(lost, bytes(MEBIBYTE), MEBIBYTE))
        .isInstanceOf(StatementLost.class);

    assertThat(read(ours)).containsExactly(9);
  }

  @Test
  void whoMustStopStoresNothing() throws IOException {
    Statement statement = claimed(DAY);
    RuntimeException stop = new UnsupportedOperationException("stop");
    StatementFiles.Incoming file =
        files()
            .replace(
                statement,
                () -> {
                  throw stop;
                });

    assertThatThrownBy(
            () -> {
              try (file) {
                file.write(bytes(10));
              }
            })
        .isSameAs(stop);

    file.close();
    assertThatThrownBy(() -> file.write(1)).isInstanceOf(IOException.class);
    assertThat(read(statement)).isEmpty();
  }

  @Test
  void bytesAreReadOneByOneToo() throws IOException {
    Statement statement = claimed(DAY);
    StatementFile unused = write(statement, new byte[] {-1, 5}, 2);

    try (InputStream file = files().open(statement)) {
      assertThat(new int[] {file.read(), file.read(), file.read(), file.read()})
          .containsExactly(255, 5, -1, -1);
    }
  }

  protected final StatementFile write(Statement statement, byte[] content, int step)
      throws IOException {
    StatementFiles.Incoming file = files().replace(statement, () -> {});
    try (OutputStream to = file) {
      for (int at = 0; at < content.length; at += step) {
        to.write(Arrays.copyOfRange(content, at, Math.min(at + step, content.length)));
      }
    }
    return file.received();
  }

  protected final byte[] read(Statement statement) throws IOException {
    try (InputStream file = files().open(statement)) {
      return file.readAllBytes();
    }
  }

  protected final byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
