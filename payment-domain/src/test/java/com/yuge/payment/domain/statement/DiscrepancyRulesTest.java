package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.statement.DiscrepancyType.DUPLICATE_LINE;
import static com.yuge.payment.domain.statement.DiscrepancyType.FEE;
import static com.yuge.payment.domain.statement.DiscrepancyType.OVER_CASH;
import static com.yuge.payment.domain.statement.DiscrepancyType.OVER_STATUS;
import static com.yuge.payment.domain.statement.DiscrepancyType.PLATFORM_MISS;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_CASH;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_STATUS;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_UNKNOWN;
import static com.yuge.payment.domain.statement.DiscrepancyType.SHORT_CASH;
import static com.yuge.payment.domain.statement.DiscrepancyType.SHORT_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.statement.LineFacts.BookedOrder;
import com.yuge.payment.domain.statement.LineFacts.BookedPayment;
import com.yuge.payment.domain.statement.LineFacts.BookedRefund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way in which a line can differ from the books, and a line that does not. */
class DiscrepancyRulesTest {
  private static final String PAY_NO = "PAY20240101120000123000000000001";
  private static final Instant AT = Instant.parse("2024-01-01T04:00:00Z");
  private static final BigDecimal HUNDRED = new BigDecimal("100.00");
  private static final BigDecimal RATE = new BigDecimal("0.006");

  @Test
  void aPaymentThatAgreesIsNoDiscrepancy() {
    assertThat(types(payment("100.00", "0.60", false), paid(HUNDRED))).isEmpty();
    assertThat(types(payment("100.00", "0.60", false), paid(null))).isEmpty();
  }

  @Test
  void anOrderThatWeNeverHadIsNamed() {
    assertThat(types(payment("100.00", "0.60", false), null, null, null))
        .containsExactly(PLATFORM_MISS);
  }

  @ParameterizedTest
  @EnumSource(PayStatus.class)
  void aPaymentThatTheOrderDoesNotKnowIsShortOfAStatus(PayStatus status) {
    BookedOrder order = new BookedOrder(status, HUNDRED);
    StatementLine line = payment("100.00", "0.60", false);

    assertThat(types(line, order, null, null)).containsExactly(SHORT_STATUS);
    assertThat(types(line, order, new BookedPayment("another", HUNDRED), null))
        .containsExactly(SHORT_STATUS);
    assertThat(types(payment("100.00", "0", true), order, null, null)).isEmpty();
  }

  @Test
  void aPaymentThatWasTakenBackIsOneStatusTooMuch() {
    assertThat(types(payment("100.00", "0", true), paid(HUNDRED))).containsExactly(OVER_STATUS);
  }

  @ParameterizedTest
  @CsvSource({"100.01, SHORT_CASH", "99.99, OVER_CASH"})
  void aCentIsADifference(String theirs, DiscrepancyType type) {
    assertThat(types(payment(theirs, "0.60", false), paid(HUNDRED)))
        .containsExactly(type)
        .isSubsetOf(SHORT_CASH, OVER_CASH);
  }

  @ParameterizedTest
  @CsvSource({"0.59, false", "0.61, false", "0.58, true", "0.62, true", "0, true"})
  void aFeeMayBeRoundedByACent(String fee, boolean differs) {
    List<DiscrepancyType> found = types(payment("100.00", fee, false), paid(HUNDRED));

    assertThat(found).isEqualTo(differs ? List.of(FEE) : List.of());
  }

  /** A coupon of the merchant paid 10.00. */
  @ParameterizedTest
  @CsvSource({"0.54, false", "0.60, true"})
  void aFeeIsOfItsBase(String fee, boolean differs) {
    StatementLine line =
        new StatementLine(
            1,
            PAY_NO,
            "T1",
            null,
            null,
            HUNDRED,
            new BigDecimal("90.00"),
            new BigDecimal(fee),
            false,
            AT);

    assertThat(types(line, paid(HUNDRED))).isEqualTo(differs ? List.of(FEE) : List.of());
  }

  @Test
  void withoutARateNoFeeIsChecked() {
    LineFacts facts =
        new LineFacts(payment("100.00", "9.00", false), false, order(), paid(HUNDRED), null);

    assertThat(new DiscrepancyRules(null).of(facts)).isEmpty();
  }

  @Test
  void theSameLineTwiceIsNamed() {
    LineFacts facts =
        new LineFacts(payment("100.00", "0.60", false), true, order(), paid(HUNDRED), null);

    assertThat(types(facts)).containsExactly(DUPLICATE_LINE);
  }

  @Test
  void aRefundThatAgreesIsNoDiscrepancy() {
    assertThat(types(refund("40.00"), made(PAY_NO, "T1", RefundStatus.SUCCESS, true))).isEmpty();
    assertThat(types(refund("40.00"), made(PAY_NO, "T1", RefundStatus.REFUNDING, true))).isEmpty();
    assertThat(types(refund("40.00"), made(PAY_NO, "T1", RefundStatus.ABNORMAL, true))).isEmpty();
  }

  @Test
  void aRefundThatWeDidNotMakeIsNamed() {
    assertThat(types(refund("40.00"), (BookedRefund) null)).containsExactly(REFUND_UNKNOWN);
    assertThat(types(refund("40.00"), made("another", "T1", RefundStatus.SUCCESS, true)))
        .containsExactly(REFUND_UNKNOWN);
    assertThat(types(refund("40.00"), made(PAY_NO, "T2", RefundStatus.SUCCESS, true)))
        .containsExactly(REFUND_UNKNOWN);
  }

  @Test
  void anotherAmountOrAFailedRefundIsNamed() {
    assertThat(types(refund("39.99"), made(PAY_NO, "T1", RefundStatus.SUCCESS, true)))
        .containsExactly(REFUND_CASH);
    assertThat(types(refund("40.00"), made(PAY_NO, "T1", RefundStatus.FAILED, false)))
        .containsExactly(REFUND_STATUS);
    assertThat(types(refund("40.00"), made(PAY_NO, "T1", RefundStatus.REFUNDING, false)))
        .containsExactly(REFUND_STATUS);
  }

  private static StatementLine payment(String amount, String fee, boolean revoked) {
    return new StatementLine(
        1, PAY_NO, "T1", null, null, new BigDecimal(amount), new BigDecimal(fee), revoked, AT);
  }

  private static StatementLine refund(String amount) {
    BigDecimal fee = new BigDecimal("-0.24");
    return new StatementLine(1, PAY_NO, "T1", "R1", "C1", new BigDecimal(amount), fee, false, AT);
  }

  private static BookedOrder order() {
    return new BookedOrder(PayStatus.SUCCESS, HUNDRED);
  }

  private static BookedPayment paid(@Nullable BigDecimal amount) {
    return new BookedPayment(PAY_NO, amount);
  }

  private static BookedRefund made(
      String payNo, String tradeNo, RefundStatus status, boolean accepted) {
    return new BookedRefund(
        payNo, tradeNo, new BigDecimal("40.00"), status, accepted, status == RefundStatus.SUCCESS);
  }

  private static List<DiscrepancyType> types(StatementLine line, BookedPayment payment) {
    return types(line, order(), payment, null);
  }

  private static List<DiscrepancyType> types(StatementLine line, @Nullable BookedRefund refund) {
    return types(line, order(), paid(HUNDRED), refund);
  }

  private static List<DiscrepancyType> types(
      StatementLine line,
      @Nullable BookedOrder order,
      @Nullable BookedPayment payment,
      @Nullable BookedRefund refund) {
    return types(new LineFacts(line, false, order, payment, refund));
  }

  private static List<DiscrepancyType> types(LineFacts facts) {
    return new DiscrepancyRules(RATE).of(facts).stream().map(Difference::type).toList();
  }
}
