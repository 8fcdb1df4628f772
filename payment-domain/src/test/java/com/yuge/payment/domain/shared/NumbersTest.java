package com.yuge.payment.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static final String PAY_NO = "PAY20260301100304567000000000088";

  @Test
  void aPayNumberTellsTheMomentInTheClocksZone() {
    Instant moment = Instant.parse("2026-03-01T02:03:04.567891Z");

    PayNo payNo =
        PayNo.issue(moment.atZone(ZoneId.of("Asia/Shanghai")), "0000000000", new OrderNo("42"));

    assertThat(payNo).hasToString(PAY_NO);
    assertThat(payNo.value()).hasSize(32);
  }

  @Test
  void aRefundsNumberEndsInItsOrdersSlot() {
    Instant moment = Instant.parse("2026-03-01T02:03:04.567891Z");

    RefundNo refundNo =
        RefundNo.issue(moment.atZone(ZoneId.of("Asia/Shanghai")), "0000000000", new OrderNo("42"));

    assertThat(refundNo).hasToString("REF" + PAY_NO.substring(3));
    assertRefused(RefundNo::new, PAY_NO, "refundNo", "refund-no");
    assertRefused(PayNo::new, refundNo.value(), "payNo", "pay-no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "000000000", "00000000000", "000000000x"})
  void aPayNumberIsAlwaysOfOneLength(String digits) {
    Instant moment = Instant.parse("2026-03-01T02:03:04.567Z");

    assertRefused(
        d -> PayNo.issue(moment.atZone(ZoneId.of("UTC")), d, new OrderNo("A")),
        digits,
        "payNo",
        "pay-no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PAY",
        "PAY2026030110030456700000000004",
        "PAY202603011003045670000000000421",
        "pay20260301100304567000000000042",
        " PAY20260301100304567000000000042",
        "PAY20260301100304567000000000042\n",
        "PAY2026030110030456700000000004٢",
        "PAY-0260301100304567000000000042"
      })
  void whatIsNoPayNumberIsRefused(String text) {
    assertRefused(PayNo::new, text, "payNo", "pay-no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "a1", "ORD202401011234567890", "_-", "0123456789abcdefABCDEF_-01234567"})
  void anOrderNumberIsShortAndPlain(String text) {
    assertThat(new OrderNo(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "A 1",
        "A1\n",
        "A.1",
        "A/1",
        "A'1",
        "订单",
        "Ａ1",
        "0123456789abcdefABCDEF_-012345678"
      })
  void whatIsNoOrderNumberIsRefused(String text) {
    assertRefused(OrderNo::new, text, "orderNo", "order-no");
  }

  @Test
  void orderNumbersAreCaseSensitive() {
    assertThat(new OrderNo("A1")).isNotEqualTo(new OrderNo("a1"));
  }

  @Test
  void aTradeNumberIsAnythingVisibleUpTo64Long() {
    assertThat(new TradeNo("!~'\"\\")).hasToString("!~'\"\\");
    assertThat(new TradeNo("x".repeat(64)).value()).hasSize(64);
    assertRefused(TradeNo::new, "x".repeat(65), "channelTradeNo", "trade-no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\t", "\u007F", "交易", "a\u0000"})
  void whatIsNoTradeNumberIsRefused(String text) {
    assertRefused(TradeNo::new, text, "channelTradeNo", "trade-no");
  }

  @Test
  void nothingMatchesNoGrammar() {
    assertThat(OrderNo.GRAMMAR.accepts(null)).isFalse();
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> OrderNo.GRAMMAR.check(null));
  }

  private static void assertRefused(
      Function<String, ?> number, String text, String field, String rule) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> number.apply(text))
        .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
        .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }

  /** What callers sent may be anybody's, even a script: it is not for messages and logs. */
  @Test
  void aRefusalDoesNotRepeatTheValue() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new OrderNo("<script>"))
        .withMessage("orderNo breaks the rule order-no");
  }
}
