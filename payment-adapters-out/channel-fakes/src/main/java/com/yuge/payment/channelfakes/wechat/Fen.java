package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.BadRequest;
import java.math.BigDecimal;
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
      return new Fen(new BigDecimal(yuan).movePointRight(2).intValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new BadRequest(400, "amount must be a text such as 99.99");
    }
  }

  String yuan() {
    return BigDecimal.valueOf(value, 2).toPlainString();
  }
}
