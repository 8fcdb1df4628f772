package com.yuge.payment.in.web;

import com.yuge.payment.domain.shared.InvalidValue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The caller's mistake in what it sent, told by field and rule; no bug, so nothing logs it. */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;

  public InvalidRequest(String field, String rule) {
    super(field + " breaks the rule " + rule);
    this.field = field;
    this.rule = rule;
  }

  static InvalidRequest of(InvalidValue invalid) {
    return new InvalidRequest(invalid.field(), invalid.rule());
  }

  /** No JSON object, or not one alone. */
  public static InvalidRequest body() {
    return new InvalidRequest("body", "json-object");
  }

  /** A body where one is needed. */
  public static <T> T requireBody(@Nullable T body) {
    if (body == null) {
      throw body();
    }
    return body;
  }

  /** Reads a request: only what is invalid there is the caller's, all else is a bug of ours. */
  public static <T> T unless(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidValue invalid) {
      throw of(invalid);
    }
  }

  String field() {
    return field;
  }

  String rule() {
    return rule;
  }
}
