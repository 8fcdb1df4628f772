package com.yuge.payment.in;

/** Bodies that ask for a pay order. */
public final class Json {
  private Json() {}

  public static String order(String orderNo, String amount) {
    return raw('"' + orderNo + '"', amount);
  }

  public static String order(String orderNo, String amount, String channel) {
    return """
        {"orderNo": "%s", "amount": %s, "channel": %s}
        """
        .formatted(orderNo, amount, channel)
        .strip();
  }

  /** With the values as they are to be written. */
  public static String raw(String orderNo, String amount) {
    return """
        {"orderNo": %s, "amount": %s}
        """
        .formatted(orderNo, amount)
        .strip();
  }
}
