package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AcceptUnappliedPayment.Acceptance;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptUnappliedPaymentTest {
  private static final OperatorReason WHY = new OperatorReason("op@shop", "the payer agreed");

  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder ended = payments.given(aPayOrder(PayStatus.CLOSED));
  private final PaidTrade late = decided("T1");

  @BeforeEach
  void aMinuteLater() {
    payments.clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void anOpenPaymentIsAcceptedForAReason() {
    assertThat(accept(late)).contains(new Acceptance(late.accepted(WHY), true));

    assertThat(payments.store.trades()).containsExactly(late.accepted(WHY));
    assertThat(late.accepted(WHY).state()).isEqualTo(State.ACCEPTED);
    assertThat(late.accepted(WHY).resolved()).isEqualTo(WHY);
  }

  @Test
  void theOrderStaysAsItIsAndNobodyElseIsTold() {
    PayOrder before = payments.now(ended);
    List<String> tags = payments.tags();

    assertThat(accept(late)).isPresent();

    assertThat(payments.now(ended)).isEqualTo(before);
    assertThat(payments.tags()).isEqualTo(tags);
  }

  @Test
  void whoAcceptedItAndWhyIsAudited() {
    assertThat(accept(late)).isPresent();

    assertThat(payments.store.audits())
        .filteredOn(entry -> entry.action() == Action.ACCEPT)
        .containsExactly(
            new AuditEntry(
                ended.payNo(),
                Action.ACCEPT,
                PayStatus.CLOSED,
                PayStatus.CLOSED,
                "ACCEPTED",
                "LATE tradeNo=T1 by op@shop: the payer agreed",
                LATER));
  }

  @Test
  void theFirstWhoAcceptsItDoesAndASecondIsToldSo() {
    assertThat(accept(late)).isPresent();

    Optional<Acceptance> second =
        payments.accept.handle(late.id(), new OperatorReason("other", "because"));

    assertThat(second).contains(new Acceptance(late.accepted(WHY), false));
    assertThat(payments.store.audits())
        .filteredOn(entry -> entry.action() == Action.ACCEPT)
        .hasSize(1);
  }

  @Test
  void ofManyAtOnceOneAcceptsIt() {
    Race<Acceptance> race = Race.of(8, () -> accept(late).orElseThrow());

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).filteredOn(Acceptance::changed).hasSize(1);
    assertThat(race.answers()).extracting(Acceptance::payment).containsOnly(late.accepted(WHY));
  }

  /** Whoever accepts is told what was accepted, not what it was read as before. */
  @Test
  void anAmountThatTheChannelSaysMeanwhileIsToldAndKept() {
    payments.watch.after(
        "MoneyReports.unapplied",
        () ->
            assertThat(payments.apply.handle(success(ended, "T1", ANOTHER_PRICE), Action.NOTIFY))
                .isPresent());

    Acceptance acceptance = accept(late).orElseThrow();

    assertThat(acceptance.payment())
        .isEqualTo(late.withAmount(ANOTHER_PRICE, null, false).accepted(WHY));
    assertThat(payments.store.trades()).containsExactly(acceptance.payment());
  }

  @Test
  void whatPaidItsOrderOrIsUnknownIsNothingToAccept() {
    PayOrder order = payments.given(aPayOrder(PayStatus.PAYING));
    assertThat(payments.apply.handle(success(order, "T9"), Action.NOTIFY)).isPresent();
    PaidTrade decided = payments.trades.of(order.payNo()).get(0);

    assertThat(accept(decided)).isEmpty();
    assertThat(payments.accept.handle(0, WHY)).isEmpty();

    assertThat(payments.store.audits())
        .filteredOn(entry -> entry.action() == Action.ACCEPT)
        .isEmpty();
  }

  @Test
  void itShowsAtOnceAlthoughTheOrderWasCopied() {
    assertThat(payments.find.byPayNo(ended.payNo()).orElseThrow().payments()).contains(late);

    assertThat(accept(late)).isPresent();

    assertThat(payments.find.byPayNo(ended.payNo()).orElseThrow().payments())
        .containsExactly(late.accepted(WHY));
  }

  /** What was accepted was another amount, and nobody may think that this one was. */
  @ParameterizedTest
  @CsvSource({"99.99, ACCEPTED", "0.01, OPEN"})
  void itIsOpenAgainIfItIsAnotherAmount(BigDecimal said, State state) {
    assertThat(accept(late)).isPresent();

    assertThat(payments.apply.handle(success(ended, "T1", Money.cny(said)), Action.QUERY))
        .isPresent();

    assertThat(payments.store.trades())
        .extracting(PaidTrade::state, PaidTrade::resolved)
        .containsExactly(tuple(state, state == State.ACCEPTED ? WHY : null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PayOrders.lock", "AuditTrail.record"})
  void itIsAcceptedWhollyOrNotAtAll(String broken) {
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> accept(late)).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.store.trades()).containsExactly(late);
    payments.watch.heals();
    assertThat(accept(late)).contains(new Acceptance(late.accepted(WHY), true));
  }

  private PaidTrade decided(String trade) {
    assertThat(payments.apply.handle(success(ended, trade), Action.NOTIFY)).isPresent();
    return payments.trades.of(ended.payNo()).get(0);
  }

  private Optional<Acceptance> accept(PaidTrade payment) {
    return payments.accept.handle(payment.id(), WHY);
  }
}
