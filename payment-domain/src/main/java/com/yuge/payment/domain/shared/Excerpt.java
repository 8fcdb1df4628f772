package com.yuge.payment.domain.shared;

/** The beginning of a text that may be too long to be stored. */
public final class Excerpt {
  private Excerpt() {}

  /** As many whole characters as fit into {@code longest} chars: no half of a surrogate pair. */
  public static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halves = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halves ? longest - 1 : longest);
  }
}
