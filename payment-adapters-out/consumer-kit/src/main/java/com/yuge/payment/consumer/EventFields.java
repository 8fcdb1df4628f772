package com.yuge.payment.consumer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a payload, by name. A field of another type than the contract's is an error. */
record EventFields(Map<String, @Nullable Object> values) {
  String text(String name) {
    return required(name, optionalText(name));
  }

  @Nullable String optionalText(String name) {
    Object value = values.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new MalformedEventException(name + " is not a text");
  }

  BigDecimal amount(String name) {
    return required(name, optionalAmount(name));
  }

  /** A number in the payload. The readers never convert it to a double, so no digit is lost. */
  @Nullable BigDecimal optionalAmount(String name) {
    Object value = values.get(name);
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    if (value instanceof Integer || value instanceof Long) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    throw new MalformedEventException(name + " is not an amount");
  }

  /** A whole number. */
  int count(String name) {
    Object value = required(name, values.get(name));
    if (value instanceof Integer count) {
      return count;
    }
    throw new MalformedEventException(name + " is not a whole number");
  }

  LocalDate day(String name) {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw new MalformedEventException(name + " is not a day", e);
    }
  }

  LocalDateTime time(String name) {
    try {
      return LocalDateTime.parse(text(name));
    } catch (DateTimeException e) {
      throw new MalformedEventException(name + " is not a time", e);
    }
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new MalformedEventException(name + " is missing");
    }
    return value;
  }
}
