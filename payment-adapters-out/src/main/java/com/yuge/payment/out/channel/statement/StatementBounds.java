package com.yuge.payment.out.channel.statement;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * How large a statement may be.
 *
 * @param mostBytes of its text, unpacked
 * @param mostLines of its text, with headers and totals
 */
public record StatementBounds(long mostBytes, int mostLines) {
  /** Several times the largest day that a service of this size can have. */
  public static final StatementBounds USUAL =
      new StatementBounds(2L * 1024 * 1024 * 1024, 5_000_000);

  /** No line of a statement is nearly as long. */
  static final int LONGEST_LINE = 16 * 1024;

  /** Returns the stream, which fails at the bound: an archive may hold far more than its size. */
  public InputStream bounded(InputStream unpacked) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(unpacked)
        .setMaxCount(mostBytes)
        .setOnMaxCount(
            (most, count) -> {
              throw new TooLarge("more than " + most + " bytes");
            })
        .get();
  }

  /** A file has more bytes or lines than allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }
}
