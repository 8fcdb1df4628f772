package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several orders and one trade: one has it, everybody learns who, and the others claim it. */
public abstract class PaidTradesRaceContract extends PayOrdersBench {
  private static final int RUNNERS = 12;

  protected abstract PaidTrades trades();

  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final TradeNo tradeNo = new TradeNo(aNonce());

  @AfterEach
  void letTheOtherGo() {
    other.shutdownNow();
  }

  @Test
  void whoWaitsForATradeThatIsThenTakenDoesNotGetIt() {
    PaidTrade mine = payment(added(aPayOrder()), tradeNo, PRICE);
    PaidTrade theirs = payment(added(aPayOrder()), tradeNo, PRICE);

    Future<Boolean> second =
        transactions()
            .call(
                () -> {
                  PayOrder unused = locked(mine.payNo());
                  assertThat(trades().add(mine)).isTrue();
                  return addMeanwhile(theirs);
                });

    assertThat(Race.answerOf(second)).isFalse();
    assertThat(trades().of(mine.payNo())).hasSize(1);
    assertThat(trades().of(theirs.payNo())).isEmpty();
  }

  @Test
  void whoWaitsForATradeThatIsThenGivenUpGetsIt() {
    PaidTrade mine = payment(added(aPayOrder()), tradeNo, PRICE);
    PaidTrade theirs = payment(added(aPayOrder()), tradeNo, PRICE);
    RuntimeException bug = new UnsupportedOperationException("bug");
    List<Future<Boolean>> second = new ArrayList<>();

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          PayOrder unused = locked(mine.payNo());
                          assertThat(trades().add(mine)).isTrue();
                          second.add(addMeanwhile(theirs));
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(Race.answerOf(second.get(0))).isTrue();
    assertThat(trades().of(mine.payNo())).isEmpty();
    assertThat(trades().of(theirs.payNo())).hasSize(1);
  }

  @Test
  void ofManyOrdersThatATradeIsNamedForOneHasItAndTheOthersSeeWhich() {
    LinkedBlockingQueue<PaidTrade> payments = new LinkedBlockingQueue<>();
    for (int i = 0; i < RUNNERS; i++) {
      payments.add(payment(added(aPayOrder()), tradeNo, PRICE));
    }

    Race<PaidTrade> race = Race.of(RUNNERS, () -> ownerOf(payments.remove()));

    assertThat(race.failures()).isEmpty();
    PaidTrade owner = trades().find(TestChannels.MOCK, tradeNo).orElseThrow();
    assertThat(race.answers()).hasSize(RUNNERS).containsOnly(owner);
    assertThat(trades().of(owner.payNo())).containsExactly(owner);
    assertThat(trades().claims(TestChannels.MOCK, tradeNo, RUNNERS))
        .hasSize(RUNNERS - 1)
        .extracting(TradeClaim::payNo)
        .doesNotHaveDuplicates()
        .doesNotContain(owner.payNo());
  }

  @Test
  void aClaimIsKeptWithAndWithoutItsAmount() {
    PaidTrade foreign = taken(payment(added(aPayOrder()), tradeNo, PRICE));
    TradeClaim first = claim(added(aPayOrder()), PRICE_IN_DOLLARS);
    TradeClaim second = claim(added(aPayOrder()), null);

    addClaim(first);
    addClaim(second);

    List<TradeClaim> claims = trades().claims(TestChannels.MOCK, tradeNo, 10);
    assertThat(claims.stream().map(claim -> claim.stored(0))).containsExactly(first, second);
    assertThat(claims).extracting(TradeClaim::id).allMatch(id -> id > 0).isSorted();
    assertThat(trades().claims(TestChannels.MOCK, tradeNo, 1)).containsExactly(claims.get(0));
    assertThat(trades().claims(TestChannels.WECHAT, tradeNo, 10)).isEmpty();
    assertThat(trades().find(TestChannels.MOCK, tradeNo)).contains(foreign);
  }

  @Test
  void anOrderKnowsWhatItHasClaimed() {
    PaidTrade foreign = taken(payment(added(aPayOrder()), tradeNo, PRICE));
    PaidTrade another = taken(payment(added(aPayOrder()), new TradeNo(aNonce()), PRICE));
    PayOrder claiming = added(aPayOrder());
    assertThat(trades().hasClaimed(claiming.payNo(), foreign)).isFalse();

    transactions()
        .run(
            () -> {
              PayOrder locked = locked(claiming.payNo());
              trades().addClaim(claim(locked, PRICE));
              assertThat(trades().hasClaimed(claiming.payNo(), foreign)).as("at once").isTrue();
            });

    assertThat(trades().hasClaimed(claiming.payNo(), foreign)).isTrue();
    assertThat(trades().hasClaimed(claiming.payNo(), another)).isFalse();
    assertThat(trades().hasClaimed(added(aPayOrder()).payNo(), foreign)).isFalse();
  }

  @Test
  void aTradeIsClaimedOnceByAnOrder() {
    assertThat(taken(payment(added(aPayOrder()), tradeNo, PRICE)).id()).isPositive();
    TradeClaim claim = claim(added(aPayOrder()), PRICE);
    addClaim(claim);

    assertThatThrownBy(() -> addClaim(claim)).isInstanceOf(RuntimeException.class);

    assertThat(trades().claims(TestChannels.MOCK, tradeNo, 10)).hasSize(1);
  }

  @Test
  void aClaimIsNoPaymentOfItsOrder() {
    assertThat(taken(payment(added(aPayOrder()), tradeNo, PRICE)).id()).isPositive();
    PayOrder claiming = added(aPayOrder());

    addClaim(claim(claiming, PRICE));

    assertThat(trades().of(claiming.payNo())).isEmpty();
    assertStored(claiming);
  }

  @Test
  void aClaimIsLostWithItsTransaction() {
    PaidTrade foreign = taken(payment(added(aPayOrder()), tradeNo, PRICE));
    TradeClaim lost = claim(added(aPayOrder()), PRICE);
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          addClaim(lost);
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(trades().claims(TestChannels.MOCK, tradeNo, 10)).isEmpty();
    assertThat(trades().hasClaimed(lost.payNo(), foreign)).isFalse();
  }

  private Future<Boolean> addMeanwhile(PaidTrade payment) {
    Future<Boolean> theirs = other.submit(() -> add(payment));
    assertThatThrownBy(() -> theirs.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    return theirs;
  }

  /** As a use case does: it takes the trade or claims it. */
  private PaidTrade ownerOf(PaidTrade payment) {
    return transactions()
        .call(
            () -> {
              PayOrder order = locked(payment.payNo());
              boolean taken = trades().add(payment);
              PaidTrade owner = trades().find(TestChannels.MOCK, tradeNo).orElseThrow();
              assertThat(owner.payNo().equals(order.payNo())).isEqualTo(taken);
              if (!taken) {
                trades().addClaim(claim(order, PRICE));
              }
              return owner;
            });
  }

  /** The payment as it is stored, once it is. */
  protected final PaidTrade taken(PaidTrade payment) {
    assertThat(add(payment)).isTrue();
    return trades().find(payment.channel(), payment.tradeNo()).orElseThrow();
  }

  /** Whether it was added, in a transaction of its own. */
  protected final boolean add(PaidTrade payment) {
    return transactions()
        .call(
            () -> {
              PayOrder unused = locked(payment.payNo());
              return trades().add(payment);
            });
  }

  private void addClaim(TradeClaim claim) {
    transactions()
        .run(
            () -> {
              PayOrder unused = locked(claim.payNo());
              trades().addClaim(claim);
            });
  }

  private TradeClaim claim(PayOrder order, @Nullable Money amount) {
    return new TradeClaim(0, order.channel(), tradeNo, order.payNo(), amount, LATER);
  }

  protected static PaidTrade payment(PayOrder order, TradeNo tradeNo, @Nullable Money amount) {
    return new PaidTrade(
        0,
        order.channel(),
        tradeNo,
        order.payNo(),
        Kind.SETTLED,
        amount,
        null,
        LATER,
        null,
        null,
        RefundTotals.NONE);
  }
}
