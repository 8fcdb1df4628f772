package com.yuge.payment.channelfakes.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The body of an answer: a text, or the bytes of a file. */
public final class Content {
  private final byte[] bytes;

  private Content(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Content of(String text) {
    return new Content(text.getBytes(UTF_8));
  }

  public static Content of(byte[] bytes) {
    return new Content(bytes.clone());
  }

  /** Returns the text; for a file, the text is not the original content. */
  public String text() {
    return new String(bytes, UTF_8);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
