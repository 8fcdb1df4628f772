package com.yuge.payment.domain.shared;

/** The aggregate that an event happened to; unique over all kinds of aggregates. */
public record AggregateKey(String value) {
  /** The length fits the database column. */
  public static final Grammar GRAMMAR = Grammar.of("key", "key", "[A-Za-z0-9._-]{1,64}");

  public AggregateKey {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
