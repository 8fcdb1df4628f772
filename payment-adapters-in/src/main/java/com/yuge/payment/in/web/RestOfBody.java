package com.yuge.payment.in.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** What nobody has read of a body; it is read here and forgotten. */
final class RestOfBody implements ApplicationBufferHandler {
  private final Request request;
  private ByteBuffer read = ByteBuffer.allocate(0);

  RestOfBody(Request request) {
    this.request = request;
  }

  /** Whether it ends within these bounds; a single read has the container's own. */
  boolean ends(int maxBytes, Duration timeout) throws IOException {
    long begin = System.nanoTime();
    long left = maxBytes;
    while (left >= 0 && System.nanoTime() - begin <= timeout.toNanos()) {
      int bytes = request.doRead(this);
      if (bytes < 0) {
        return true;
      }
      left -= bytes;
    }
    return false;
  }

  @Override
  public void setByteBuffer(ByteBuffer buffer) {
    read = buffer;
  }

  @Override
  public ByteBuffer getByteBuffer() {
    return read;
  }

  @Override
  public void expand(int size) {
    // Tomcat hands over its own buffer, of whatever size.
  }
}
