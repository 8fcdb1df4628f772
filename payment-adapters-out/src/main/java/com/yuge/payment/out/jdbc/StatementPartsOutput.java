package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.statement.StatementFile;
import com.yuge.payment.domain.statement.StatementFiles;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Splits the written bytes into parts of equal size; the last one may be shorter. */
final class StatementPartsOutput extends StatementFiles.Incoming {
  private final byte[] buffer;
  private final Parts parts;
  private final MessageDigest sha256 = sha256();
  private long bytes;
  private int filled;
  private int stored;
  private boolean begun;
  private boolean closed;

  StatementPartsOutput(int size, Parts parts) {
    this.buffer = new byte[size];
    this.parts = parts;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The store of the parts. */
  interface Parts {
    /** Removes the parts of an earlier file. */
    void removeAll();

    /** Stores a part; they are counted from 0. */
    void add(int part, byte[] content);
  }

  @Override
  public void write(int next) throws IOException {
    write(new byte[] {(byte) next}, 0, 1);
  }

  @Override
  public void write(byte[] from, int start, int length) throws IOException {
    if (closed) {
      throw new IOException("the file was closed, or a part of it could not be stored");
    }
    int done = 0;
    while (done < length) {
      int step = Math.min(length - done, buffer.length - filled);
      System.arraycopy(from, start + done, buffer, filled, step);
      filled += step;
      done += step;
      if (filled == buffer.length) {
        store();
      }
    }
  }

  // Closed until the part is stored, so that a close after a failure does not try to store it
  // again.
  private void store() {
    closed = true;
    removeEarlierOnce();
    parts.add(stored, Arrays.copyOf(buffer, filled));
    sha256.update(buffer, 0, filled);
    bytes += filled;
    stored++;
    filled = 0;
    closed = false;
  }

  private void removeEarlierOnce() {
    if (!begun) {
      parts.removeAll();
      begun = true;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (filled > 0) {
      store();
    } else {
      removeEarlierOnce();
    }
    closed = true;
  }

  @Override
  public StatementFile received() {
    return new StatementFile(HexFormat.of().formatHex(sha256.digest()), bytes);
  }
}
