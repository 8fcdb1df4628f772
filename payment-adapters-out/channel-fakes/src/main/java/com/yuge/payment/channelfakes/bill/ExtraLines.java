package com.yuge.payment.channelfakes.bill;

import com.yuge.payment.channelfakes.http.BadRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The lines that bills have beside those of the books. */
public final class ExtraLines {
  private static final int MOST = 10_000;

  private volatile List<ExtraLine> lines = List.of();

  /** Sets all of them, from an object with a list "lines". */
  public void set(JsonNode json) {
    List<ExtraLine> next = json.path("lines").valueStream().map(ExtraLines::read).toList();
    if (next.size() > MOST) {
      throw new BadRequest(409, "at most " + MOST + " lines");
    }
    lines = next;
  }

  private static ExtraLine read(JsonNode json) {
    String outRefundNo = json.path("outRefundNo").asString("");
    try {
      return new ExtraLine(
          json.path("outTradeNo").asString(""),
          json.path("tradeNo").asString(""),
          outRefundNo.isEmpty() ? null : outRefundNo,
          new BigDecimal(json.path("amount").asString("")),
          Instant.parse(json.path("at").asString("")));
    } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
      throw new BadRequest(
          400, "a line has an amount such as 1.00 and a time such as 2026-11-22T12:00:00Z");
    }
  }

  /** Returns those of a day. */
  public Stream<ExtraLine> of(BillDay day) {
    return lines.stream().filter(line -> day.contains(line.at()));
  }
}
