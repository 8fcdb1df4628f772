package com.yuge.payment.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01",
    "1, 1.00",
    "99.9, 99.90",
    "1E+3, 1000.00",
    "1e9, 1000000000.00",
    "0.1E1, 1.00",
    "9999999999.99, 9999999999.99"
  })
  void anAmountHasTwoDecimalsHoweverItIsWritten(String written, String amount) {
    Money money = Money.cny(new BigDecimal(written));

    assertThat(money.amount()).isEqualTo(new BigDecimal(amount));
    assertThat(money).hasToString(amount + " CNY");
  }

  /** The last ones would be gigabytes long if anybody wrote them out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "-0.01",
        "-1",
        "0.001",
        "1.000",
        "10000000000",
        "9999999999.991",
        "1E10",
        "0E+2147483647",
        "1E+1000000000",
        "1E-1000000000",
        "1E+2147483647",
        "-1E+2147483647",
        "1E-2147483647"
      })
  void anAmountOutsideItsGrammarIsRefused(String written) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Money.cny(new BigDecimal(written)))
        .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("amount"))
        .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("amount"));
  }

  @Test
  void amountsAreEqualByValueAndCurrency() {
    Money money = Money.cny(new BigDecimal("5"));

    assertThat(money).isEqualTo(Money.cny(new BigDecimal("5.00"))).hasSameHashCodeAs(money);
    assertThat(money).isNotEqualTo(Money.cny(new BigDecimal("5.01")));
    assertThat(money).isNotEqualTo(new Money(money.amount(), Currency.getInstance("USD")));
  }
}
