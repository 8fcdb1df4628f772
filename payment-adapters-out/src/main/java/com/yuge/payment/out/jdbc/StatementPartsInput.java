package com.yuge.payment.out.jdbc;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads parts one after the other; holds one of them in memory. */
final class StatementPartsInput extends InputStream {
  private final IntFunction<Optional<byte[]>> parts;
  private byte[] part = new byte[0];
  private int at;
  private int next;
  private boolean end;

  /**
   * @param parts returns the part with this number, counted from 0; empty after the last part
   */
  StatementPartsInput(IntFunction<Optional<byte[]>> parts) {
    this.parts = parts;
  }

  @Override
  public int read() {
    return isAtEnd() ? -1 : part[at++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int start, int length) {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int step = Math.min(length, part.length - at);
    System.arraycopy(part, at, into, start, step);
    at += step;
    return step;
  }

  private boolean isAtEnd() {
    while (!end && at == part.length) {
      Optional<byte[]> following = parts.apply(next++);
      end = following.isEmpty();
      part = following.orElse(part);
      at = end ? part.length : 0;
    }
    return end;
  }
}
