package com.yuge.payment.in.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Counts the bytes read, because some requests do not declare a length, and throws when a limit is
 * exceeded. The container's timeout ends only a single read, and each byte restarts it.
 */
final class LimitedStream extends ServletInputStream {
  private final ServletInputStream body;
  private final long timeoutNanos;
  private final long begin = System.nanoTime();
  private long left;

  LimitedStream(ServletInputStream body, long maxBytes, Duration timeout) {
    this.body = body;
    this.left = maxBytes;
    this.timeoutNanos = timeout.toNanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = readInTime(bytes, offset, length);
    left -= Math.max(read, 0);
    if (left < 0) {
      throw new ApiException(ErrorCode.BODY_TOO_LARGE);
    }
    if (read >= 0 && System.nanoTime() - begin > timeoutNanos) {
      throw new ApiException(ErrorCode.BODY_TOO_SLOW);
    }
    return read;
  }

  private int readInTime(byte[] bytes, int offset, int length) throws IOException {
    try {
      return body.read(bytes, offset, length);
    } catch (IOException e) {
      // Tomcat reports its timeout like a closed connection.
      if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
        throw new ApiException(ErrorCode.BODY_TOO_SLOW);
      }
      throw e;
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
