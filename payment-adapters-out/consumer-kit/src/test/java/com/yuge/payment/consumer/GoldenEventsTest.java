package com.yuge.payment.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit reads the contract's own examples, with each Jackson that is there. */
class GoldenEventsTest {
  private static final String UNKNOWN =
      "\"newText\":\"x\",\"newNumber\":1e999,\"newNull\":null,\"newList\":[1.5,{\"amount\":\"a\"}],"
          + "\"newObject\":{\"eventId\":7,\"deep\":{\"deeper\":[[]]}}";

  static Stream<Golden> goldens() {
    return Golden.all();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void anExampleIsAnEventOfItsTag(Golden golden) {
    for (PaymentEventReader reader : Readers.present()) {
      PaymentEvent event = reader.read(golden.tag(), golden.body());

      assertThat(event.tag()).isEqualTo(golden.tag());
      assertThat(golden.json())
          .startsWith("{\"eventId\":\"" + event.eventId() + "\"")
          .contains(numbers(event))
          .contains("\"channel\":\"" + event.header().channel() + "\"")
          .contains("\"traceId\":\"" + event.traceId() + "\"")
          .contains("\"version\":\"" + event.header().version() + "\"")
          .contains("\"eventTime\":\"" + event.eventTime() + "\"");
      assertAmountAndTrade(golden, event);
    }
  }

  private static List<String> numbers(PaymentEvent event) {
    return event instanceof StatementMatched
        ? List.of(
            "\"statementKey\":\"" + event.payNo() + "\"",
            "\"statementKey\":\"" + event.orderNo() + "\"")
        : List.of("\"payNo\":\"" + event.payNo() + "\"", "\"orderNo\":\"" + event.orderNo() + "\"");
  }

  private static void assertAmountAndTrade(Golden golden, PaymentEvent event) {
    assertThat(golden.json().contains("\"amount\":" + event.amount() + ","))
        .isEqualTo(event.amount() != null);
    assertThat(golden.json().contains("radeNo\":\"" + event.tradeNo() + "\""))
        .isEqualTo(event.tradeNo() != null);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void fieldsOfALaterVersionAreIgnoredWhereverTheyAre(Golden golden) {
    String later = golden.json().replace("\"version\":\"1.0\"", "\"version\":\"1.7\"");
    String inside = later.substring(1, later.length() - 1);
    List<String> bodies =
        List.of(
            "{" + UNKNOWN + "," + inside + "}",
            "{" + inside + "," + UNKNOWN + "}",
            "{" + inside.replaceFirst(",", "," + UNKNOWN + ",") + "}");
    for (PaymentEventReader reader : Readers.present()) {
      PaymentEvent event = reader.read(golden.tag(), new Golden(golden.name(), later).body());
      for (String body : bodies) {
        assertThat(reader.read(golden.tag(), new Golden(golden.name(), body).body()))
            .isEqualTo(event);
      }
    }
  }

  @Test
  void everyTagHasAnExample() {
    assertThat(Golden.all().map(Golden::tag).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(PaymentEventTag.class));
  }

  @Test
  void everyKindOfEventHasATagAndAMethod() {
    Set<Class<?>> kinds = new HashSet<>();
    for (PaymentEventTag tag : PaymentEventTag.values()) {
      PaymentEvent event = Golden.of(tag).read();
      kinds.add(event.getClass());
      Handled handled = new Handled();
      event.handleBy(handled);
      assertThat(handled.methods).containsExactly("on" + event.getClass().getSimpleName());
    }
    assertThat(kinds).isEqualTo(permitted(PaymentEvent.class));
  }

  @Test
  void whatHasNoMethodComesToOnOtherExceptForAStatementWhichIsAboutNoOrder() {
    for (PaymentEventTag tag : PaymentEventTag.values()) {
      PaymentEvent event = Golden.of(tag).read();
      List<PaymentEvent> others = new ArrayList<>();
      event.handleBy(others::add);
      assertThat(others).isEqualTo(event instanceof StatementMatched ? List.of() : List.of(event));
    }
  }

  private static Set<Class<?>> permitted(Class<?> type) {
    return Stream.of(type.getPermittedSubclasses())
        .flatMap(sub -> sub.isSealed() ? permitted(sub).stream() : Stream.of(sub))
        .collect(Collectors.toSet());
  }

  @Test
  void amountsKeepTheirDigitsAndTimesTheirMicroseconds() {
    for (PaymentEventReader reader : Readers.present()) {
      Golden golden =
          Golden.of(PaymentEventTag.PAYMENT_SUCCEEDED)
              .with("99.90", "9007199254740993.10")
              .with("12:00:30", "12:00:30.000001");

      PaymentSucceeded paid = (PaymentSucceeded) reader.read(golden.tag(), golden.body());

      assertThat(paid.amount()).isEqualTo(new BigDecimal("9007199254740993.10"));
      assertThat(paid.paidAt()).isEqualTo(LocalDateTime.parse("2026-11-22T12:00:30.000001"));
    }
  }

  @Test
  void aRefundHasItsTotalAndItsPayment() {
    RefundSucceeded refund = (RefundSucceeded) Golden.of(PaymentEventTag.REFUND_SUCCEEDED).read();

    assertThat(refund.refund())
        .isEqualTo(
            new RefundDetails(
                "REF20261122121500123000000000142",
                "R1",
                new BigDecimal("10.00"),
                new BigDecimal("30.00"),
                new BigDecimal("99.90"),
                "4200001852202611221234567890",
                "50300001852202611221234567890",
                "CALLER",
                "out of stock"));
    assertThat(refund.refundedAt()).isEqualTo(LocalDateTime.parse("2026-11-22T12:15:01"));
  }

  @Test
  void takenMoneyHasItsKindAndTheAmountOfTheOrder() {
    PaymentMismatched money =
        (PaymentMismatched) Golden.of(PaymentEventTag.PAYMENT_MISMATCHED).read();

    assertThat(money.taken())
        .isEqualTo(
            new TakenMoney(
                "MISMATCH",
                new BigDecimal("0.01"),
                "CNY",
                "4200001852202611221234567890",
                new BigDecimal("99.90"),
                LocalDateTime.parse("2026-11-22T12:00:31.123456")));
  }

  @Test
  void aStatementHasItsDayAndItsTotals() {
    StatementMatched matched =
        (StatementMatched) Golden.of(PaymentEventTag.STATEMENT_MATCHED).read();

    assertThat(matched.statement())
        .isEqualTo(new StatementDay("1900000109", LocalDate.parse("2026-11-21"), "ALL"));
    assertThat(matched.totals())
        .isEqualTo(
            new StatementTotals(
                1024,
                3,
                new BigDecimal("10234.50"),
                new BigDecimal("99.90"),
                new BigDecimal("61.40700")));
    assertThat(matched.run()).isOne();
    assertThat(matched.discrepancies()).isEqualTo(2);
  }

  /** The names of the methods that were called. */
  private static final class Handled implements PaymentEventHandler {
    private final List<String> methods = new ArrayList<>();

    @Override
    public void onOther(PaymentEvent event) {
      methods.add("onOther");
    }

    @Override
    public void onPaymentSucceeded(PaymentSucceeded event) {
      methods.add("onPaymentSucceeded");
    }

    @Override
    public void onPaymentFailed(PaymentFailed event) {
      methods.add("onPaymentFailed");
    }

    @Override
    public void onPaymentClosed(PaymentClosed event) {
      methods.add("onPaymentClosed");
    }

    @Override
    public void onPaymentLateSucceeded(PaymentLateSucceeded event) {
      methods.add("onPaymentLateSucceeded");
    }

    @Override
    public void onPaymentMismatched(PaymentMismatched event) {
      methods.add("onPaymentMismatched");
    }

    @Override
    public void onPaymentAmountDiffered(PaymentAmountDiffered event) {
      methods.add("onPaymentAmountDiffered");
    }

    @Override
    public void onRefundSucceeded(RefundSucceeded event) {
      methods.add("onRefundSucceeded");
    }

    @Override
    public void onRefundFailed(RefundFailed event) {
      methods.add("onRefundFailed");
    }

    @Override
    public void onRefundLateSucceeded(RefundLateSucceeded event) {
      methods.add("onRefundLateSucceeded");
    }

    @Override
    public void onStatementMatched(StatementMatched event) {
      methods.add("onStatementMatched");
    }
  }
}
