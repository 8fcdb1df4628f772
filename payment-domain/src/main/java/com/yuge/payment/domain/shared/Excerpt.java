package com.yuge.payment.domain.shared;

/** The beginning of a text that may be too long to be stored. */
public final class Excerpt {
  private Excerpt() {}

  /** The beginning of the text, at most {@code longest} chars; a surrogate pair is never split. */
  public static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halves = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halves ? longest - 1 : longest);
  }
}
