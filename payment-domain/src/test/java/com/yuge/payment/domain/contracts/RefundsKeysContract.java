package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unique keys of {@link Refunds}, and what a refund is about. */
public abstract class RefundsKeysContract extends RefundsBench {
  private static final String VISIBLE = "!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~";

  @Test
  void anOrderHasOneRefundOfANumber() {
    Refund stored = stored(aRefund());

    assertTaken(aRefund(stored.terms()));

    assertThat(refunds().of(stored.terms().payNo())).containsExactly(stored);
  }

  @Test
  void anotherOrderMayUseTheSameNumber() {
    Refund one = stored(aRefund(wanted(added(aPayOrder()), "R-1")));
    Refund other = stored(aRefund(wanted(added(aPayOrder()), "R-1")));

    assertStored(one);
    assertStored(other);
  }

  @Test
  void theCallersNumbersAreCaseSensitive() {
    PayOrder order = added(aPayOrder());

    Refund lower = stored(aRefund(wanted(order, "r-1")));
    Refund upper = stored(aRefund(wanted(order, "R-1")));

    assertStored(lower);
    assertStored(upper);
  }

  @Test
  void ourOwnNumberIsUniqueAmongAllOrders() {
    Refund stored = stored(aRefund());
    Refund twin = withNumberOf(stored, aRefund());

    assertTaken(twin);

    assertStored(stored);
    assertThat(refunds().of(twin.terms().payNo())).isEmpty();
  }

  @Test
  void aTradeIsGivenBackByTheServiceOnce() {
    PayOrder order = added(aPayOrder());
    TradeNo tradeNo = aTradeNo();
    Refund stored = stored(aRefund(automatic(order, order.channel(), tradeNo)));

    assertTaken(aRefund(automatic(order, order.channel(), tradeNo)));
    assertTaken(aRefund(automatic(added(aPayOrder()), order.channel(), tradeNo)));

    assertThat(refunds().of(order.payNo())).containsExactly(stored);
  }

  @Test
  void anotherTradeAnotherChannelAndAPersonAreNotHindered() {
    PayOrder order = added(aPayOrder());
    TradeNo tradeNo = aTradeNo();
    RefundTerms byOperator =
        terms(order, order.channel(), tradeNo, PRICE_IN_DOLLARS, Origin.OPERATOR);

    List<Refund> all =
        List.of(
            stored(aRefund(automatic(order, order.channel(), tradeNo))),
            stored(aRefund(automatic(order, order.channel(), aTradeNo()))),
            stored(aRefund(automatic(order, TestChannels.WECHAT, tradeNo))),
            stored(aRefund(byOperator)));

    assertThat(refunds().of(order.payNo())).containsExactlyElementsOf(all);
  }

  @Test
  void ofManyWhoAddOneNumberOneDoes() {
    RefundTerms wanted = wanted(added(aPayOrder()));

    Race<Refund> race = Race.of(8, () -> stored(aRefund(wanted)));

    assertThat(race.answers()).hasSize(1);
    assertThat(race.failures()).hasSize(7);
    assertThat(refunds().of(wanted.payNo())).containsExactlyElementsOf(race.answers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "7", "1234567.8", "9999999999.99"})
  void everyAmountIsKept(String amount) {
    PayOrder order = added(aPayOrder());

    assertKept(terms(order, order.channel(), aTradeNo(), yuan(amount), Origin.CALLER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MOCK", "ALIPAY", "WECHAT", "A_CHANNEL_OF_THE_LONGEST_NAME_99"})
  void everyChannelIsKept(PayChannel channel) {
    PayOrder order = added(aPayOrder());

    assertKept(terms(order, channel, aTradeNo(), PRICE_IN_DOLLARS, Origin.OPERATOR));
  }

  @Test
  void theLongestTextsAreKeptInAnyScript() {
    RefundTerms terms = wanted(added(aPayOrder()), "Az09_-".repeat(5) + "12");

    assertKept(
        new RefundTerms(
            terms.payNo(),
            terms.refundOrderNo(),
            terms.channel(),
            new TradeNo((aNonce() + VISIBLE).substring(0, 64)),
            yuan("0.01"),
            terms.baseAmount(),
            new RefundReason("退".repeat(79) + "\uD83D\uDE00"),
            terms.origin(),
            "q".repeat(64),
            new ChannelAccount(VISIBLE, "P".repeat(32))));
  }

  private void assertTaken(Refund twin) {
    assertThatThrownBy(() -> stored(twin)).isInstanceOf(RuntimeException.class);
  }

  private void assertKept(RefundTerms terms) {
    Refund stored = stored(aRefund(terms));

    assertThat(stored.terms()).isEqualTo(terms);
    assertStored(stored);
  }

  protected final void assertStored(Refund refund) {
    assertThat(refunds().find(refund.refundNo())).contains(refund);
    assertThat(refunds().find(refund.terms().payNo(), number(refund))).contains(refund);
    assertThat(refunds().of(refund.terms().payNo())).contains(refund);
  }

  protected static RefundOrderNo number(Refund refund) {
    return Objects.requireNonNull(refund.terms().refundOrderNo(), "wanted by a caller");
  }

  protected static TradeNo aTradeNo() {
    return new TradeNo(aNonce());
  }

  private static Refund withNumberOf(Refund number, Refund refund) {
    return new Refund(
        0,
        number.refundNo(),
        refund.terms(),
        refund.status(),
        refund.progress(),
        refund.version(),
        refund.createdAt(),
        refund.updatedAt());
  }

  private static RefundTerms terms(
      PayOrder order, PayChannel channel, TradeNo tradeNo, Money amount, Origin origin) {
    @Nullable ChannelAccount account = origin == Origin.CALLER ? ACCOUNT : null;
    RefundTerms wanted = wanted(order);
    return new RefundTerms(
        order.payNo(),
        wanted.refundOrderNo(),
        channel,
        tradeNo,
        amount,
        amount,
        wanted.reason(),
        origin,
        wanted.requestedBy(),
        account);
  }
}
