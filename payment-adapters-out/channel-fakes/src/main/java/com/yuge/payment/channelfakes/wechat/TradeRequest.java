package com.yuge.payment.channelfakes.wechat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A merchant's request for a new trade.
 *
 * @param content the whole request; a repeat must have the same
 * @param openid the payer; empty for Native
 */
record TradeRequest(
    JsonNode content,
    Product product,
    String outTradeNo,
    Fen total,
    String openid,
    Instant timeExpire,
    URI notifyUrl) {
  /** How long a trade without time_expire can be paid. */
  private static final Duration LONGEST_BY_DEFAULT = Duration.ofHours(2);

  private static final Pattern OUT_TRADE_NO = Pattern.compile("[0-9A-Za-z_|*-]{6,32}");
  private static final int MOST_OF_DESCRIPTION = 127;

  /** The names go into answers as trade_type. */
  enum Product {
    NATIVE,
    JSAPI
  }

  static TradeRequest read(JsonNode json, Product product, Instant now) {
    String outTradeNo = text(json, "out_trade_no");
    if (!OUT_TRADE_NO.matcher(outTradeNo).matches()) {
      throw ApiError.parameter("out_trade_no must have 6 to 32 letters, digits or _-|*");
    }
    if (text(json, "description").length() > MOST_OF_DESCRIPTION) {
      throw ApiError.parameter("description has at most 127 characters");
    }
    return new TradeRequest(
        json,
        product,
        outTradeNo,
        total(json.path("amount")),
        product == Product.JSAPI ? text(json.path("payer"), "openid") : "",
        timeExpire(json, now),
        notifyUrl(text(json, "notify_url")));
  }

  String description() {
    return content.path("description").asString("");
  }

  static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw ApiError.parameter(field + " is required");
    }
    return value.stringValue();
  }

  private static Fen total(JsonNode amount) {
    if (!amount.path("currency").asString("CNY").equals("CNY")) {
      throw ApiError.parameter("amount.currency must be CNY");
    }
    return Fen.read(amount, "total");
  }

  private static Instant timeExpire(JsonNode json, Instant now) {
    return json.has("time_expire")
        ? WechatTime.parse(text(json, "time_expire"))
        : now.plus(LONGEST_BY_DEFAULT);
  }

  /** A real channel takes https only; a development run has no certificate. */
  static URI notifyUrl(String text) {
    try {
      URI url = URI.create(text);
      if (url.getHost() != null && url.getQuery() == null && text.startsWith("http")) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Refused below.
    }
    throw ApiError.parameter("notify_url must be an address without a query");
  }
}
