package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.ChannelCallException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the MOCK channel about one pay number. Any deviation from the protocol makes it
 * invalid, because money depends on it.
 */
final class MockAnswer {
  static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Grammar PAY_URL = Grammar.of("payUrl", "pay-url", "https?://.*");
  private static final Grammar AMOUNT = Grammar.of("amount", "amount", "[0-9]{1,10}\\.[0-9]{2}");
  // Narrower than Instant.parse, which also accepts offsets, hour 24 and lower-case letters.
  private static final Grammar INSTANT =
      Grammar.of(
          "paidAt",
          "instant",
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,9})?Z");

  private final PayNo payNo;
  private final JsonNode json;

  private MockAnswer(PayNo payNo, JsonNode json) {
    this.payNo = payNo;
    this.json = json;
  }

  /** Throws {@link ChannelCallException} unless it is JSON about that pay number. */
  static MockAnswer read(byte[] body, PayNo payNo) {
    try {
      MockAnswer answer = new MockAnswer(payNo, STRICT.readTree(body));
      if (!answer.text("payNo").equals(payNo.value())) {
        throw new ChannelCallException(Cause.ERROR, "an answer about another pay number");
      }
      return answer;
    } catch (JacksonException e) {
      throw new ChannelCallException(Cause.ERROR, "an answer that is not JSON");
    }
  }

  PayUrl payUrl() {
    return wellFormed(
        () -> {
          PAY_URL.check(text("payUrl"));
          return new PayUrl(text("payUrl"));
        });
  }

  QueryAnswer toQuery() {
    return switch (text("state")) {
      case "PAID" -> new QueryAnswer.Decided(result(Status.SUCCESS));
      case "FAILED" -> new QueryAnswer.Decided(result(Status.FAILED));
      case "UNPAID" -> new QueryAnswer.Unpaid();
      case "CLOSED" -> new QueryAnswer.ClosedUnpaid();
      case "NO_TRADE" -> new QueryAnswer.TradeNotFound();
      default ->
          throw new ChannelCallException(Cause.ERROR, "an answer without a state that we know");
    };
  }

  CloseAnswer toClose() {
    return switch (text("result")) {
      case "CLOSED" -> new CloseAnswer.Closed();
      case "ALREADY_PAID" -> new CloseAnswer.AlreadyPaid();
      case "NO_TRADE" -> new CloseAnswer.TradeNotFound();
      default ->
          throw new ChannelCallException(Cause.ERROR, "an answer without a result that we know");
    };
  }

  private ChannelResult result(Status status) {
    return wellFormed(
        () ->
            new ChannelResult(
                payNo,
                status,
                new TradeNo(text("tradeNo")),
                money(text("amount"), text("currency")),
                paidAt(status)));
  }

  /** The time of payment, cut to microseconds; null if nothing was paid or no time reported. */
  private @Nullable Instant paidAt(Status status) {
    if (status != Status.SUCCESS || !json.has("paidAt")) {
      return null;
    }
    return instant("paidAt", text("paidAt"));
  }

  /** Reads a moment, cut to microseconds. */
  static Instant instant(String field, String text) {
    INSTANT.of(field).check(text);
    return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
  }

  static Money money(String amount, String currency) {
    AMOUNT.check(amount);
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** The JDK has its own exceptions for an unknown currency or a day such as February 30th. */
  static <T> T wellFormed(Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidValue | IllegalArgumentException | DateTimeException e) {
      throw new ChannelCallException(
          Cause.ERROR, "an answer out of its grammar: " + e.getMessage());
    }
  }

  private String text(String field) {
    return json.path(field).isString() ? json.path(field).asString() : "";
  }
}
