package com.yuge.payment.domain.shared;

/**
 * A value that breaks its grammar. The message contains the field and the rule, never the value.
 * Only the code that read the value knows whose mistake it is.
 */
public final class InvalidValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;

  /**
   * @param field the name under which callers send the value, such as {@code orderNo}
   * @param rule the key of the broken rule's text, such as {@code order-no}
   */
  public InvalidValue(String field, String rule) {
    super(field + " breaks the rule " + rule);
    this.field = field;
    this.rule = rule;
  }

  public String field() {
    return field;
  }

  public String rule() {
    return rule;
  }
}
