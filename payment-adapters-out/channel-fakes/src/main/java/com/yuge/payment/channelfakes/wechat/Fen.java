package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.BadRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** An amount in hundredths of a yuan, as WeChat Pay counts. */
record Fen(int value) {
  /** Reads an integer above zero; a number with decimals or in quotes is refused. */
  static Fen read(JsonNode amount, String field) {
    JsonNode value = amount.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw ApiError.parameter("amount." + field + " must be an integer above 0");
    }
    return new Fen(value.intValue());
  }

  static Fen ofYuan(String yuan) {
    try {
      return ofYuan(new BigDecimal(yuan));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new BadRequest(400, "amount must be a text such as 99.99");
    }
  }

  static Fen ofYuan(BigDecimal yuan) {
    return new Fen(yuan.movePointRight(2).intValueExact());
  }

  Fen minus(Fen other) {
    return new Fen(value - other.value);
  }

  Fen atMost(Fen other) {
    return value <= other.value ? this : other;
  }

  /**
   * Returns this amount times part by whole, rounded half up, such as a coupon's part of a refund.
   */
  Fen share(Fen part, Fen whole) {
    return new Fen(
        BigDecimal.valueOf(value)
            .multiply(BigDecimal.valueOf(part.value))
            .divide(BigDecimal.valueOf(whole.value), 0, RoundingMode.HALF_UP)
            .intValueExact());
  }

  BigDecimal amount() {
    return BigDecimal.valueOf(value, 2);
  }

  String yuan() {
    return amount().toPlainString();
  }
}
