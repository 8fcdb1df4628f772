package com.yuge.payment.domain.statement;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the hash and the length of what is written. */
final class HashedFile extends FilterOutputStream {
  private final MessageDigest sha256 = sha256();
  private final Stop stop;
  private long bytes;

  HashedFile(OutputStream file, Stop stop) {
    super(file);
    this.stop = stop;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void write(int next) throws IOException {
    write(new byte[] {(byte) next}, 0, 1);
  }

  @Override
  public void write(byte[] from, int start, int length) throws IOException {
    stop.check();
    out.write(from, start, length);
    sha256.update(from, start, length);
    bytes += length;
  }

  /** Call it once, after the last byte. */
  StatementFile hashed() {
    return new StatementFile(HexFormat.of().formatHex(sha256.digest()), bytes);
  }
}
