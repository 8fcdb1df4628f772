package com.yuge.payment.out;

/** A secret in the settings. Its text is hidden, because error reports print settings. */
public record Secret(String text) {
  public boolean isBlank() {
    return text.isBlank();
  }

  @Override
  public String toString() {
    return "***";
  }
}
