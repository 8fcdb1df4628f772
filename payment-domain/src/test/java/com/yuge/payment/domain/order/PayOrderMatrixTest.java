package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.shared.Money;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each word, opening and closing does in each state; a decided order was decided by T1. */
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
  void aWordThatDoesNotContradictTheAmount(PayStatus status, String outcomes) {
    assertThat(outcomes(status, null)).isEqualTo(outcomes.replaceAll(" +", " "));
    assertThat(outcomes(status, PRICE)).isEqualTo(outcomes.replaceAll(" +", " "));
  }

  @ParameterizedTest
  @EnumSource
  void aWordOfAnotherAmountOrCurrencyNeverSettles(PayStatus status) {
    String outcomes = "Mismatch Mismatch Ignored Ignored Ignored";

    assertThat(outcomes(status, ANOTHER_PRICE)).isEqualTo(outcomes);
    assertThat(outcomes(status, PRICE_IN_DOLLARS)).isEqualTo(outcomes);
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

    assertThat(order.settle(success(order, "T2"), LATER).order().status()).isEqualTo(paid);
    assertThat(order.settle(failure(order, "T2"), LATER).order().status()).isEqualTo(failed);
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

    Opening opening = order.open(LATER);

    assertThat(opening.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(!opening.order().equals(order)).isEqualTo(changed);
    assertThat(opening instanceof Opening.Begun begun && begun.changed()).isEqualTo(changed);
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "SUCCESS", "FAILED", "CLOSED"})
  void onlyAPayingOrderHasAnAddressStored(PayStatus status) {
    PayOrder order = aPayOrder(status);

    assertThatThrownBy(() -> order.openedAt(CASHIER, LATER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Applied, late and recorded are the changes: one version each; all else leaves it the same. */
  @ParameterizedTest
  @EnumSource
  void aVersionIsAChange(PayStatus status) {
    PayOrder order = aPayOrder(status);

    assertThat(words(order, null).map(word -> order.settle(word, LATER)))
        .allSatisfy(
            settlement -> {
              boolean same =
                  settlement instanceof Settlement.Duplicate
                      || settlement instanceof Settlement.Ignored;
              assertThat(settlement.order().equals(order)).isEqualTo(same);
              assertThat(settlement.order().version()).isEqualTo(order.version() + (same ? 0 : 1));
            });
  }

  private static String outcomes(PayStatus status, @Nullable Money amount) {
    PayOrder order = aPayOrder(status);
    return words(order, amount)
        .map(word -> name(order.settle(word, LATER)))
        .collect(Collectors.joining(" "));
  }

  private static Stream<ChannelWord> words(PayOrder order, @Nullable Money amount) {
    return Stream.of(
        success(order, "T1", amount),
        success(order, "T2", amount),
        failure(order, "T1", amount),
        failure(order, "T2", amount),
        failure(order, null, amount));
  }

  private static String name(Settlement settlement) {
    return settlement.getClass().getSimpleName();
  }
}
