package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One trade that the channel names for several orders is money of the first one only. */
class ApplyClaimsTest {
  private static final int MANY = 12;

  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder owner = payments.given(aPayOrder(PayStatus.PAYING));
  private final PayOrder other = payments.given(aPayOrder(PayStatus.PAYING));

  @Test
  void aTradeOfAnotherOrderIsRecordedPublishedAndAuditedAndNotApplied() {
    assertThat(apply(success(owner, "T1", PRICE))).isInstanceOf(PaymentOutcome.Applied.class);

    PaymentOutcome claim = apply(success(other, "T1", PRICE));

    assertThat(claim).isInstanceOf(PaymentOutcome.Claim.class);
    assertThat(payments.now(other)).isEqualTo(claim.order());
    assertThat(claim.order().status()).isEqualTo(PayStatus.PAYING);
    assertThat(claim.order().version()).isEqualTo(other.version() + 1);
    assertThat(payments.store.events()).contains(claim.event());
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_MISMATCHED");
    assertThat(payments.store.trades()).extracting(PaidTrade::payNo).containsExactly(owner.payNo());
    assertThat(payments.store.claims())
        .extracting(TradeClaim::payNo)
        .containsExactly(other.payNo());
    assertThat(payments.store.audits())
        .containsExactly(
            new AuditEntry(
                other.payNo(),
                Action.NOTIFY,
                PayStatus.PAYING,
                PayStatus.PAYING,
                "SUCCESS",
                "Claim tradeNo=T1 amount=99.99 CNY",
                NOW));
  }

  @Test
  void theOrderThatClaimedMayStillBePaidByATradeOfItsOwn() {
    assertThat(apply(success(owner, "T1"))).isInstanceOf(PaymentOutcome.Applied.class);
    assertThat(apply(success(other, "T1"))).isInstanceOf(PaymentOutcome.Claim.class);

    assertThat(apply(success(other, "T2"))).isInstanceOf(PaymentOutcome.Applied.class);

    assertThat(payments.now(other).status()).isEqualTo(PayStatus.SUCCESS);
  }

  @Test
  void theSameClaimAgainIsARepeatWhateverAmountItNames() {
    assertThat(apply(success(owner, "T1"))).isInstanceOf(PaymentOutcome.Applied.class);
    PayOrder claimed = apply(success(other, "T1")).order();

    assertThat(apply(success(other, "T1"))).isEqualTo(new PaymentOutcome.Duplicate(claimed));
    assertThat(apply(success(other, "T1", PRICE))).isEqualTo(new PaymentOutcome.Duplicate(claimed));

    assertThat(payments.store.claims()).hasSize(1);
    assertThat(payments.tags()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void anOrderOfAnyStatusMayClaimAndKeepsIt(PayStatus status) {
    PayOrder claiming = payments.given(withPayments(status));
    assertThat(apply(success(owner, "T7"))).isInstanceOf(PaymentOutcome.Applied.class);

    assertThat(apply(success(claiming, "T7"))).isInstanceOf(PaymentOutcome.Claim.class);

    assertThat(payments.now(claiming).status()).isEqualTo(status);
    assertThat(payments.trades.of(owner.payNo())).hasSize(1);
  }

  @Test
  void aTradeThatIsLateMoneyOfAnotherOrderIsTakenToo() {
    PayOrder ended = payments.given(aPayOrder(PayStatus.CLOSED));
    assertThat(apply(success(ended, "T1"))).isInstanceOf(PaymentOutcome.LateSuccess.class);

    assertThat(apply(success(other, "T1"))).isInstanceOf(PaymentOutcome.Claim.class);
  }

  @Test
  void aTradeThatFailedElsewhereBindsNobody() {
    assertThat(apply(failure(owner, "T1"))).isInstanceOf(PaymentOutcome.Applied.class);

    assertThat(apply(success(other, "T1"))).isInstanceOf(PaymentOutcome.Applied.class);
  }

  @Test
  void aCopyOfAFinalOrderIsDroppedByItsClaim() {
    PayOrder ended = payments.given(aPayOrder(PayStatus.CLOSED));
    assertThat(apply(success(owner, "T1"))).isInstanceOf(PaymentOutcome.Applied.class);
    assertThat(payments.find.byPayNo(ended.payNo())).isPresent();

    assertThat(apply(success(ended, "T1"))).isInstanceOf(PaymentOutcome.Claim.class);

    assertThat(payments.finals.find(ended.payNo())).isEmpty();
  }

  /** The check at its expiry is still to come. */
  @Test
  void aClaimLeavesTheNextCheckOfAnOpenOrderAsItIs() {
    assertThat(apply(success(owner, "T1", PRICE))).isInstanceOf(PaymentOutcome.Applied.class);
    assertThat(apply(success(other, "T1", PRICE))).isInstanceOf(PaymentOutcome.Claim.class);

    assertThat(payments.claim.handle(10)).isEmpty();
    payments.clock.advance(TIME_TO_PAY);
    assertThat(payments.claim.handle(10)).containsExactly(other.payNo());
  }

  @Test
  void ofManyOrdersThatOneTradeIsNamedForAtOnceOneIsPaid() {
    LinkedBlockingQueue<PayOrder> orders = new LinkedBlockingQueue<>();
    for (int i = 0; i < MANY; i++) {
      orders.add(payments.given(aPayOrder(PayStatus.PAYING)));
    }

    Race<PaymentOutcome> race = Race.of(MANY, () -> apply(success(orders.remove(), "T1", PRICE)));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).filteredOn(PaymentOutcome.Applied.class::isInstance).hasSize(1);
    assertThat(race.answers()).filteredOn(PaymentOutcome.Claim.class::isInstance).hasSize(MANY - 1);
    assertThat(payments.store.trades()).hasSize(1);
    assertThat(payments.store.claims()).hasSize(MANY - 1);
    assertThat(payments.tags()).containsOnlyOnce("PAYMENT_SUCCEEDED").hasSize(MANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PaidTrades.find",
        "PaidTrades.hasClaimed",
        "PaidTrades.addClaim",
        "PayOrders.raiseVersion",
        "Outbox.append",
        "AuditTrail.record"
      })
  void aClaimIsWrittenWhollyOrNotAtAll(String broken) {
    assertThat(apply(success(owner, "T1", PRICE))).isInstanceOf(PaymentOutcome.Applied.class);
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> apply(success(other, "T1"))).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.now(other)).isEqualTo(other);
    assertThat(payments.store.claims()).isEmpty();
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.store.audits()).isEmpty();
  }

  private PaymentOutcome apply(ChannelResult result) {
    return payments.apply.handle(result, Action.NOTIFY).orElseThrow();
  }
}
