package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.claim;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.terms;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.shared.Money;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each result, opening and closing does in each state; a decided order was decided by T1. */
class PayOrderMatrixTest {
  /** Success of T1, of T2; failure of T1, of T2, of no trade. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INIT    | Applied     Applied     Applied   Applied Applied
          PAYING  | Applied     Applied     Applied   Applied Applied
          SUCCESS | Duplicate   Mismatch    Ignored   Ignored Ignored
          FAILED  | LateSuccess LateSuccess Duplicate Ignored Ignored
          CLOSED  | LateSuccess LateSuccess Ignored   Ignored Ignored
          """)
  void aResultThatNamesNoAmount(PayStatus status, String outcomes) {
    assertThat(outcomes(status, null)).isEqualTo(outcomes.replaceAll(" +", " "));
  }

  /** As above; only of T1, which paid the order without an amount, is it news. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INIT    | Applied         Applied     Applied   Applied Applied
          PAYING  | Applied         Applied     Applied   Applied Applied
          SUCCESS | AmountConfirmed Mismatch    Ignored   Ignored Ignored
          FAILED  | LateSuccess     LateSuccess Duplicate Ignored Ignored
          CLOSED  | LateSuccess     LateSuccess Ignored   Ignored Ignored
          """)
  void aResultThatNamesTheAmount(PayStatus status, String outcomes) {
    assertThat(outcomes(status, PRICE)).isEqualTo(outcomes.replaceAll(" +", " "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INIT    | Mismatch       Mismatch Ignored Ignored Ignored
          PAYING  | Mismatch       Mismatch Ignored Ignored Ignored
          SUCCESS | AmountDiffered Mismatch Ignored Ignored Ignored
          FAILED  | Mismatch       Mismatch Ignored Ignored Ignored
          CLOSED  | Mismatch       Mismatch Ignored Ignored Ignored
          """)
  void aResultOfAnotherAmountOrCurrencyIsNeverApplied(PayStatus status, String outcomes) {
    assertThat(outcomes(status, ANOTHER_PRICE)).isEqualTo(outcomes.replaceAll(" +", " "));
    assertThat(outcomes(status, PRICE_IN_DOLLARS)).isEqualTo(outcomes.replaceAll(" +", " "));
  }

  /** Whatever the order is and whatever amount is said; a failed trade binds nobody. */
  @ParameterizedTest
  @EnumSource
  void aTradeOfAnotherOrderIsNeverApplied(PayStatus status) {
    PayOrder order = aPayOrder(status);

    assertThat(Stream.of(success(order, "T2"), success(order, "T2", PRICE)))
        .extracting(result -> name(claim(order, result, LATER)))
        .containsOnly("Claim");
    assertThat(claim(order, success(order, "T2"), LATER).order().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "INIT, SUCCESS, FAILED, CLOSED",
    "PAYING, SUCCESS, FAILED, CLOSED",
    "SUCCESS, SUCCESS, SUCCESS, SUCCESS",
    "FAILED, FAILED, FAILED, FAILED",
    "CLOSED, CLOSED, CLOSED, CLOSED"
  })
  void aFinalStatusStays(PayStatus before, PayStatus paid, PayStatus failed, PayStatus closed) {
    PayOrder order = aPayOrder(before);

    assertThat(apply(order, success(order, "T2"), LATER).order().status()).isEqualTo(paid);
    assertThat(apply(order, failure(order, "T2"), LATER).order().status()).isEqualTo(failed);
    assertThat(order.close("EXPIRED", LATER).order().status()).isEqualTo(closed);
  }

  @ParameterizedTest
  @CsvSource({
    "INIT, Applied",
    "PAYING, Applied",
    "SUCCESS, Ignored",
    "FAILED, Ignored",
    "CLOSED, Duplicate"
  })
  void aCloseEndsWhatIsOpen(PayStatus status, String outcome) {
    PayOrder order = aPayOrder(status);

    assertThat(name(order.close("EXPIRED", LATER))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "INIT, Begun, true",
    "PAYING, Begun, false",
    "SUCCESS, Refused, false",
    "FAILED, Refused, false",
    "CLOSED, Refused, false"
  })
  void anOpeningBeginsOnceAndRefusesWhatHasEnded(
      PayStatus status, String outcome, boolean changed) {
    PayOrder order = aPayOrder(status);

    OpenResult result = order.open(terms(order), LATER);

    assertThat(result.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(!result.order().equals(order)).isEqualTo(changed);
    assertThat(result instanceof OpenResult.Begun begun && begun.changed()).isEqualTo(changed);
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "SUCCESS", "FAILED", "CLOSED"})
  void onlyAPayingOrderHasAnAddressStored(PayStatus status) {
    PayOrder order = aPayOrder(status);

    assertThatThrownBy(() -> order.openedAt(CASHIER, LATER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** What others are told of is one version each; all else leaves the order the same. */
  @ParameterizedTest
  @EnumSource
  void aVersionIsAChangeThatIsTold(PayStatus status) {
    PayOrderDetails details = withPayments(status);
    PayOrder order = details.order();

    for (Money amount : Arrays.asList(null, PRICE, ANOTHER_PRICE)) {
      assertThat(results(order, amount).map(result -> apply(details, result, LATER)))
          .allSatisfy(
              outcome -> {
                boolean same = outcome.event() == null;
                assertThat(outcome.order().equals(order)).isEqualTo(same);
                assertThat(outcome.order().version()).isEqualTo(order.version() + (same ? 0 : 1));
              });
    }
  }

  private static String outcomes(PayStatus status, @Nullable Money amount) {
    PayOrderDetails details = withPayments(status);
    return results(details.order(), amount)
        .map(result -> name(apply(details, result, LATER)))
        .collect(Collectors.joining(" "));
  }

  private static Stream<ChannelResult> results(PayOrder order, @Nullable Money amount) {
    return Stream.of(
        success(order, "T1", amount),
        success(order, "T2", amount),
        failure(order, "T1", amount),
        failure(order, "T2", amount),
        failure(order, null, amount));
  }

  private static String name(PaymentOutcome outcome) {
    return outcome.getClass().getSimpleName();
  }
}
