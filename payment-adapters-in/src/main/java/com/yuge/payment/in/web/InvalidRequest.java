package com.yuge.payment.in.web;

import com.yuge.payment.domain.shared.InvalidValue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An invalid request, reported by field and rule. It is not a bug, so it is not logged. */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;

  public InvalidRequest(String field, String rule) {
    super(field + " breaks the rule " + rule);
    this.field = field;
    this.rule = rule;
  }

  public static InvalidRequest of(InvalidValue invalid) {
    return new InvalidRequest(invalid.field(), invalid.rule());
  }

  /** Returns the exception for a body that is not exactly one JSON object. */
  public static InvalidRequest body() {
    return new InvalidRequest("body", "json-object");
  }

  /** Returns the body, or throws if it is missing. */
  public static <T> T requireBody(@Nullable T body) {
    if (body == null) {
      throw body();
    }
    return body;
  }

  /** Reads a request. An invalid value is the caller's mistake; other exceptions are bugs. */
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
