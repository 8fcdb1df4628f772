package com.yuge.payment.domain.shared;

/** What an event happened to; no two aggregates have the same key, of whatever kind they are. */
public record AggregateKey(String value) {
  /** As wide as the column. */
  public static final Grammar GRAMMAR = Grammar.of("key", "key", "[A-Za-z0-9._-]{1,64}");

  public AggregateKey {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
