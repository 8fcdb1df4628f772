package com.yuge.payment.out.jdbc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Text measured in UTF-8 bytes. */
final class Utf8 {
  private Utf8() {}

  /** Returns as much of the text's beginning as fits, in whole characters. */
  static String cut(String text, int bytes) {
    if (text.length() <= bytes / 3) {
      return text;
    }
    CharBuffer in = CharBuffer.wrap(text);
    // The encoder stops before the character that no longer fits; lone surrogates become '?'.
    var unused =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(java.nio.charset.CodingErrorAction.REPLACE)
            .encode(in, ByteBuffer.allocate(bytes), true);
    return text.substring(0, in.position());
  }
}
