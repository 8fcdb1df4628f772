package com.yuge.payment.channelfakes.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A day of random trade: the bill holds what the books hold, and its sums agree. */
class BillTotalsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final int TRADES = 30;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSumsAreThoseOfTheBooks(long seed) {
    try (Merchant merchant = new Merchant(URI.create("http://127.0.0.1:9/notify"))) {
      List<String> numbers = trade(merchant, new Random(seed));

      BillZip bill = BillZip.read(merchant.client().bill(DAY));

      List<String> lines = bill.details().stream().filter(line -> line.startsWith("20")).toList();
      List<String> sums = cells(bill.summary().get(6));
      BigDecimal booked =
          booked(merchant, numbers, "total").subtract(booked(merchant, numbers, "refunded"));
      assertThat(new BigDecimal(sums.get(4)))
          .isEqualTo(sum(lines, 11))
          .isEqualTo(booked)
          .isPositive();
      assertThat(new BigDecimal(sums.get(9))).isEqualTo(sum(lines, 22)).isNegative();
      assertThat(Integer.parseInt(sums.get(2)) + Integer.parseInt(sums.get(3)))
          .isEqualTo(lines.size());
      assertThat(sums.get(2)).isEqualTo(Integer.toString(TRADES));
    }
  }

  private static List<String> trade(Merchant merchant, Random random) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < TRADES; i++) {
      String number = "ORDER_" + i;
      String price = BigDecimal.valueOf(100 + random.nextInt(9_900), 2).toPlainString();
      JsonNode unused = merchant.call("alipay.trade.precreate", merchant.order(number, price));
      assertThat(merchant.client().pressPay(number)).isEqualTo("TRADE_SUCCESS");
      if (random.nextBoolean()) {
        String part = BigDecimal.valueOf(1 + random.nextInt(99), 2).toPlainString();
        unused = merchant.refund(number, "R" + i, part);
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.replace("\t", "").split(",", -1));
  }

  private static BigDecimal sum(List<String> lines, int column) {
    return lines.stream()
        .map(line -> new BigDecimal(cells(line).get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal booked(Merchant merchant, List<String> numbers, String field) {
    return numbers.stream()
        .map(number -> new BigDecimal(merchant.client().trade(number).path(field).asString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
