package com.yuge.payment.out.channel.mock;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Encodes fields as bytes, each after its length in 4 big-endian bytes. Two different lists never
 * have the same bytes, whatever the fields contain.
 */
final class LengthPrefixed {
  private LengthPrefixed() {}

  static byte[] of(List<String> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String field : fields) {
      byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
      bytes.writeBytes(utf8);
    }
    return bytes.toByteArray();
  }
}
