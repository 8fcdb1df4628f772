package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link ChannelGateway} holds to. */
public abstract class ChannelGatewayContract {
  protected abstract ChannelGateway gateway();

  /** The transactions that the adapter can see; empty where it cannot know of any. */
  protected abstract Optional<Transactions> transactions();

  /** A payer pays the trade at the channel. */
  protected abstract void pays(Trade trade);

  /** A payer's payment of the trade fails at the channel. */
  protected abstract void fails(Trade trade);

  /** Whether a failed payment is the trade's end; at other channels, the payer can try again. */
  protected boolean failuresAreFinal() {
    return true;
  }

  /** The channel answers no more. */
  protected abstract void goesAway();

  /** A payer opens the trade and does not pay; some channels know a trade only then. */
  protected void looks(Trade opened) {}

  /** Whether the channel denies a trade that a payer could still open. */
  protected boolean deniesUnopenedTrades() {
    return true;
  }

  /** The answer when a closed trade is closed again. */
  protected CloseAnswer closedAgain() {
    return new CloseAnswer.Closed();
  }

  // By the real clock: a real channel compares it with its own.
  private final Instant expireAt = Instant.now().truncatedTo(ChronoUnit.MICROS).plus(TIME_TO_PAY);
  private final PayNo payNo = aPayNo();

  @Test
  void whatThePayerHasToDoIsToldAlikeAsOftenAsAsked() {
    Optional<PayUrl> opened = gateway().open(trade());

    PayerAction action = gateway().action(trade(), opened.orElse(null), null);

    assertThat(action).isEqualTo(gateway().action(trade(), opened.orElse(null), null));
    assertThat(action.payUrl()).isEqualTo(opened.orElseThrow().value());
  }

  @Test
  void aProductThatItDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> gateway().account(new OpenOptions("NO_SUCH_PRODUCT", Payer.UNKNOWN)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("product ");
  }

  @Test
  void aTradeIsOpenedOnceHoweverOftenItIsAskedFor() {
    Optional<PayUrl> url = gateway().open(trade());

    assertThat(gateway().open(trade())).isEqualTo(url);
    assertThat(url).isPresent();
  }

  @Test
  void manyAtOnceAreToldOneAddress() {
    Race<Optional<PayUrl>> race = Race.of(8, () -> gateway().open(trade()));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).containsOnly(gateway().open(trade()));
  }

  @Test
  void everyTradeHasAnAddressOfItsOwn() {
    Trade other = trade(aPayNo());

    assertThat(gateway().open(trade())).isNotEqualTo(gateway().open(other));
  }

  @Test
  void aTradeThatWasNeverOpenedIsNotThere() {
    assumeThat(deniesUnopenedTrades()).as("the channel denies it before it expires").isTrue();

    assertThat(gateway().query(trade())).isEqualTo(new QueryAnswer.TradeNotFound());
    assertThat(gateway().close(trade())).isEqualTo(new CloseAnswer.TradeNotFound());
  }

  @Test
  void anOpenTradeIsUnpaid() {
    opened();

    assertThat(gateway().query(trade())).isEqualTo(new QueryAnswer.Unpaid());
  }

  @Test
  void aPaymentIsToldWithItsTradeNumberAmountAndTimeAsOftenAsAsked() {
    opened();
    pays(trade());

    ChannelResult result = decided();

    assertThat(result.isPaid()).isTrue();
    assertThat(result.payNo()).isEqualTo(trade().payNo());
    assertThat(result.tradeNo()).isNotNull();
    assertThat(result.amount()).isEqualTo(PRICE);
    assertThat(result.paidAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(decided()).isEqualTo(result);
  }

  @Test
  void aPayerCanPayAfterAFailureThatIsNotFinal() {
    assumeThat(failuresAreFinal()).isFalse();
    opened();
    fails(trade());
    assertThat(gateway().query(trade())).isEqualTo(new QueryAnswer.Unpaid());

    pays(trade());

    assertThat(decided().isPaid()).isTrue();
  }

  @Test
  void aFailureIsToldToo() {
    assumeThat(failuresAreFinal()).isTrue();
    opened();
    fails(trade());

    assertThat(decided().isPaid()).isFalse();
    assertThat(decided().paidAt()).isNull();
  }

  @Test
  void aTradeIsClosedOnceHoweverOftenItIsAskedFor() {
    opened();

    assertThat(gateway().close(trade())).isEqualTo(new CloseAnswer.Closed());
    assertThat(gateway().close(trade())).isEqualTo(closedAgain());
    assertThat(gateway().query(trade())).isEqualTo(new QueryAnswer.ClosedUnpaid());
  }

  @Test
  void aClosedTradeTakesNoMoney() {
    opened();
    assertThat(gateway().close(trade())).isEqualTo(new CloseAnswer.Closed());

    pays(trade());

    assertThat(gateway().query(trade())).isEqualTo(new QueryAnswer.ClosedUnpaid());
  }

  @Test
  void aPaidTradeIsNotClosed() {
    opened();
    pays(trade());

    assertThat(gateway().close(trade())).isEqualTo(new CloseAnswer.AlreadyPaid());
    assertThat(decided().isPaid()).isTrue();
  }

  @Test
  void aChannelThatIsAwayHasSaidNothing() {
    opened();
    pays(trade());
    goesAway();

    assertThat(gateway().query(trade())).isInstanceOf(QueryAnswer.Unknown.class);
    assertThat(gateway().close(trade())).isInstanceOf(CloseAnswer.Unknown.class);
    assertThatExceptionOfType(ChannelUnavailable.class)
        .isThrownBy(() -> gateway().open(trade()))
        .satisfies(away -> assertThat(away.channel()).isEqualTo(gateway().channel()));
  }

  @Test
  void aChannelIsNeverAskedInsideATransaction() {
    assumeThat(transactions()).as("the adapter knows of transactions").isPresent();

    assertRefusedInTransaction(() -> gateway().open(trade()));
    assertRefusedInTransaction(() -> gateway().query(trade()));
    assertRefusedInTransaction(() -> gateway().close(trade()));
  }

  private void assertRefusedInTransaction(Supplier<Object> call) {
    assertThatThrownBy(() -> transactions().orElseThrow().call(call))
        .isInstanceOf(IllegalStateException.class);
  }

  private Trade trade() {
    return trade(payNo);
  }

  private Trade trade(PayNo number) {
    ChannelAccount account = gateway().account(OpenOptions.USUAL);
    return new Trade(number, PRICE, SUBJECT, expireAt, account, Payer.UNKNOWN);
  }

  private void opened() {
    Optional<PayUrl> unused = gateway().open(trade());
    looks(trade());
  }

  private ChannelResult decided() {
    return ((QueryAnswer.Decided) gateway().query(trade())).result();
  }
}
