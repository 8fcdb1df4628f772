package com.yuge.payment.domain.shared;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The format that the whole text of a field must have. */
public record Grammar(String field, String rule, Pattern pattern) {

  public static Grammar of(String field, String rule, String regex) {
    return new Grammar(field, rule, Pattern.compile(regex));
  }

  /** The same format for a field with another name. */
  public Grammar of(String otherField) {
    return new Grammar(otherField, rule, pattern);
  }

  public boolean accepts(@Nullable String text) {
    return text != null && pattern.matcher(text).matches();
  }

  /** Throws {@link InvalidValue} unless the text matches. */
  public void check(@Nullable String text) {
    if (!accepts(text)) {
      throw new InvalidValue(field, rule);
    }
  }

  /** Returns the text if it matches; otherwise throws {@link InvalidValue}. */
  public String require(@Nullable String text) {
    check(text);
    return Objects.requireNonNull(text);
  }
}
