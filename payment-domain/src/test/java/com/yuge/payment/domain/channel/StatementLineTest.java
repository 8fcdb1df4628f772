package com.yuge.payment.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementLineTest {
  @Test
  void anAmountHasTwoDecimalsAndIsNotBelowZero() {
    assertThat(line("0.00", null, false).amount()).isZero();
    assertThatThrownBy(() -> line("-0.01", null, false)).hasMessageContaining("line 1");
    assertThatThrownBy(() -> line("1.0", null, false)).hasMessageContaining("two decimals");
  }

  @Test
  void aFeeBaseHasTwoDecimalsAndIsNotBelowZero() {
    assertThat(line("1.00", null, false).feeBase()).isEqualTo("1.00");
    assertThatThrownBy(() -> of("-0.01")).hasMessageContaining("line 1 needs a fee base");
    assertThatThrownBy(() -> of("0.5")).hasMessageContaining("two decimals");
  }

  private static StatementLine of(String feeBase) {
    BigDecimal amount = new BigDecimal("1.00");
    return new StatementLine(
        1,
        "P1",
        "T1",
        null,
        null,
        amount,
        new BigDecimal(feeBase),
        BigDecimal.ZERO,
        false,
        Instant.EPOCH);
  }

  @Test
  void onlyAPaymentIsRevoked() {
    assertThat(line("1.00", null, true).isRefund()).isFalse();
    assertThat(line("1.00", "R1", false).isRefund()).isTrue();
    assertThatThrownBy(() -> line("1.00", "R1", true)).hasMessageContaining("revoked");
  }

  @Test
  void linesAreCountedFromOne() {
    assertThatThrownBy(() -> line(0, "1.00", null, false)).hasMessageContaining("from 1");
  }

  @Test
  void theTotalsCountWhatWasRevokedAsGivenBack() {
    StatementTotals totals =
        StatementTotals.NONE
            .plus(line("5.00", null, false))
            .plus(line("2.00", "R1", false))
            .plus(line("1.00", null, true));

    assertThat(totals)
        .isEqualTo(
            new StatementTotals(
                3, new BigDecimal("5.00"), new BigDecimal("3.00"), new BigDecimal("0.03")));
  }

  private static StatementLine line(String amount, @Nullable String refundNo, boolean revoked) {
    return line(1, amount, refundNo, revoked);
  }

  private static StatementLine line(
      int number, String amount, @Nullable String refundNo, boolean revoked) {
    return new StatementLine(
        number,
        "P1",
        "T1",
        refundNo,
        null,
        new BigDecimal(amount),
        new BigDecimal("0.01"),
        revoked,
        Instant.EPOCH);
  }
}
