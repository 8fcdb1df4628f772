package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.bill.BillDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A day of random trade round midnight: the bill holds what the books hold, and its totals agree.
 */
class BillTotalsTest {
  private static final BillDay DAY = new BillDay(LocalDate.of(2026, 11, 27));
  private static final Instant BEGIN = DAY.at(LocalTime.MIDNIGHT);
  private static final int TRADES = 40;
  private static final int HOURS = 26;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theTotalsAreTheSumsOfTheBooks(long seed) {
    try (Merchant merchant = new Merchant()) {
      List<String> numbers = trade(merchant, new Random(seed));

      List<Map<String, String>> rows = rows(merchant.client.bill(DAY.date()));

      Map<String, String> totals = rows.remove(rows.size() - 1);
      assertThat(totals).containsEntry("总交易单数", Integer.toString(rows.size()));
      assertThat(amount(totals, "订单总金额"))
          .isEqualTo(sum(rows, "订单金额"))
          .isEqualTo(booked(merchant, numbers, "payments", "paidAt"))
          .isPositive();
      assertThat(amount(totals, "申请退款总金额"))
          .isEqualTo(sum(rows, "申请退款金额"))
          .isEqualTo(booked(merchant, numbers, "refunds", "acceptedAt"))
          .isPositive();
      assertThat(amount(totals, "手续费总金额")).isEqualTo(sum(rows, "手续费"));
      assertThat(amount(totals, "应结订单总金额")).isEqualTo(sum(rows, "应结订单金额"));
    }
  }

  // Payments and refunds from an hour before the day to an hour after it.
  private static List<String> trade(Merchant merchant, Random random) {
    merchant.setClock(BEGIN.minus(Duration.ofHours(1)));
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < TRADES; i++) {
      merchant.clock.advance(Duration.ofHours(HOURS).dividedBy(TRADES));
      String outTradeNo = Merchant.aNumber();
      var unused = merchant.open(outTradeNo, 9999, NOWHERE);
      String transactionId = merchant.client.pay(outTradeNo, "99.99");
      if (random.nextBoolean()) {
        unused = merchant.refund(transactionId, "R" + i, 1 + random.nextInt(9999), NOWHERE);
      }
      numbers.add(outTradeNo);
    }
    return numbers;
  }

  /** The lines by the names of their columns; the last one holds the totals. */
  private static List<Map<String, String>> rows(String bill) {
    List<String> lines = bill.lines().toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size() - 2)) {
      rows.add(row(lines.get(0), line));
    }
    rows.add(row(lines.get(lines.size() - 2), lines.get(lines.size() - 1)));
    return rows;
  }

  private static Map<String, String> row(String header, String line) {
    List<String> names = Arrays.asList(header.split(","));
    List<String> cells = Arrays.asList(line.substring(1).split(",`", -1));
    assertThat(cells).hasSameSizeAs(names);
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells.get(i));
    }
    return row;
  }

  private static BigDecimal amount(Map<String, String> row, String column) {
    return new BigDecimal(row.get(column));
  }

  private static BigDecimal sum(List<Map<String, String>> rows, String column) {
    return rows.stream().map(row -> amount(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal booked(
      Merchant merchant, List<String> numbers, String list, String time) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String number : numbers) {
      for (JsonNode one : merchant.client.trade(number).path(list)) {
        if (DAY.contains(Instant.parse(one.path(time).asString()))) {
          sum = sum.add(new BigDecimal(one.path("amount").asString()));
        }
      }
    }
    return sum;
  }
}
