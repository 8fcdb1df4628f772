package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.after;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrderLife.Say;
import com.yuge.payment.domain.order.PayOrderLife.Step;
import com.yuge.payment.domain.order.PayOrderLife.Taken;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds whatever happens, in whatever order. */
class PayOrderPropertiesTest {
  @Property
  void anOrderIsDecidedAtMostOnceAndLateAtMostOnce(@ForAll("lives") List<Step> steps) {
    List<PaymentOutcome> outcomes = outcomes(steps);

    assertThat(outcomes).filteredOn(PaymentOutcome.Applied.class::isInstance).hasSizeLessThan(2);
    assertThat(outcomes)
        .filteredOn(PaymentOutcome.LateSuccess.class::isInstance)
        .hasSizeLessThan(2);
  }

  @Property
  void eventIdsAreUnique(@ForAll("lives") List<Step> steps) {
    assertThat(outcomes(steps).stream().map(PaymentOutcome::event).flatMap(Stream::ofNullable))
        .extracting(PayOrderEvent::eventId)
        .doesNotHaveDuplicates();
  }

  @Property
  void whatIsFinalStaysAsItWasDecided(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .filteredOn(taken -> taken.before().order().status().isFinal())
        .allSatisfy(
            taken -> {
              PayOrder before = taken.before().order();
              PayOrder after = taken.after().order();
              assertThat(after.status()).isEqualTo(before.status());
              assertThat(after.channelTradeNo()).isEqualTo(before.channelTradeNo());
              assertThat(after.paidAt()).isEqualTo(before.paidAt());
              assertThat(after.endedAt()).isEqualTo(before.endedAt());
            });
  }

  @Property
  void whatIsPayingIsNeverInitAgain(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .allSatisfy(
            taken ->
                assertThat(taken.after().order().status())
                    .isGreaterThanOrEqualTo(taken.before().order().status()));
  }

  @Property
  void everyChangeIsOneVersion(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .allSatisfy(
            taken -> {
              PayOrder before = taken.before().order();
              PayOrder after = taken.after().order();
              int step = after.equals(before) ? 0 : 1;
              assertThat(after.version()).isEqualTo(before.version() + step);
            });
  }

  /** And only then: no version is told twice, and none of the channel's results is kept back. */
  @Property
  void everyVersionThatTheChannelMadeIsTold(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .filteredOn(taken -> taken.outcome() != null)
        .allSatisfy(
            taken -> {
              PayOrderEvent event = Objects.requireNonNull(taken.outcome()).event();
              PayOrder after = taken.after().order();
              assertThat(event == null).isEqualTo(after.equals(taken.before().order()));
              if (event != null) {
                assertThat(event.eventId()).isEqualTo(after.eventId());
              }
            });
  }

  @Property
  void aPaymentStaysAsItIsButForAnAmountThatWasUnsaid(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .allSatisfy(
            taken -> {
              List<PaidTrade> before = taken.before().payments();
              List<PaidTrade> after = taken.after().payments();
              assertThat(after).hasSizeGreaterThanOrEqualTo(before.size());
              for (int i = 0; i < before.size(); i++) {
                assertKept(before.get(i), after.get(i));
              }
            });
  }

  /** Money is never lost and never counted twice. */
  @Property
  void everyTradeThatTookMoneyIsAPaymentOnce(@ForAll("lives") List<Step> steps) {
    List<Taken> life = PayOrderLife.live(steps);
    Set<TradeNo> taken =
        life.stream()
            .filter(Taken::isPayment)
            .map(PayOrderPropertiesTest::tradeOf)
            .collect(Collectors.toSet());

    assertThat(paymentsAtTheEnd(life))
        .extracting(PaidTrade::tradeNo)
        .containsExactlyInAnyOrderElementsOf(taken);
  }

  @Property
  void moneyIsNeverShruggedOff(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .filteredOn(Taken::isPayment)
        .allSatisfy(
            taken -> {
              assertThat(taken.outcome()).isNotInstanceOf(PaymentOutcome.Ignored.class);
              assertThat(taken.after().payments())
                  .extracting(PaidTrade::tradeNo)
                  .contains(tradeOf(taken));
            });
  }

  @Property
  void atMostOnePaymentIsAppliedOrLateAndItIsTheOneOfItsStatus(@ForAll("lives") List<Step> steps) {
    List<Taken> life = PayOrderLife.live(steps);
    PayOrder order = life.get(life.size() - 1).after().order();

    List<PaidTrade> inFull =
        paymentsAtTheEnd(life).stream()
            .filter(payment -> payment.kind() == Kind.SETTLED || payment.kind() == Kind.LATE)
            .toList();

    assertThat(inFull).hasSizeLessThan(2);
    assertThat(inFull).allMatch(payment -> (payment.kind() == Kind.SETTLED) == isPaid(order));
    assertThat(isPaid(order) && inFull.isEmpty()).isFalse();
    if (isPaid(order)) {
      assertThat(inFull.get(0).tradeNo()).isEqualTo(order.channelTradeNo());
    }
  }

  /** A second trade is owed back whatever its amount; before that, only another amount is. */
  @Property
  void aDoublePaymentFollowsOneInFullAndAMismatchDoesNot(@ForAll("lives") List<Step> steps) {
    boolean paid = false;
    for (PaidTrade payment : paymentsAtTheEnd(PayOrderLife.live(steps))) {
      boolean inFull = payment.kind() == Kind.SETTLED || payment.kind() == Kind.LATE;
      assertThat(payment.kind() == Kind.DUPLICATE).isEqualTo(paid);
      paid = paid || inFull;
    }
  }

  @Property
  void whatIsTakenInFullIsTheAmountThatWasAskedForOrUnsaid(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .filteredOn(Taken::isPayment)
        .allSatisfy(
            taken -> {
              PaidTrade received = Objects.requireNonNull(taken.outcome()).received();
              if (received != null) {
                assertThat(received.amount()).isEqualTo(((Say) taken.step()).amount());
                assertThat(isWronglyTaken(received, taken.before().order())).isFalse();
              }
            });
  }

  /** Whatever is known of a trade is the last that the channel has said of it. */
  @Property
  void ofEachTradeTheLastAmountCounts(@ForAll("lives") List<Step> steps) {
    List<Taken> life = PayOrderLife.live(steps);
    Map<TradeNo, Money> last = new HashMap<>();
    life.stream()
        .filter(Taken::isPayment)
        .forEach(
            taken -> {
              Money said = ((Say) taken.step()).amount();
              if (said != null) {
                last.put(tradeOf(taken), said);
              }
            });

    assertThat(paymentsAtTheEnd(life))
        .allSatisfy(payment -> assertThat(payment.amount()).isEqualTo(last.get(payment.tradeNo())));
  }

  @Property
  void aResultRepeatedAtOnceChangesNothing(
      @ForAll("lives") List<Step> steps, @ForAll("results") Say say) {
    List<Taken> life = PayOrderLife.live(steps);
    PayOrderDetails end = life.get(life.size() - 1).after();
    ChannelResult result = say.about(end.order());
    PayOrderDetails told = after(end, apply(end, result, LATER));

    assertThat(after(told, apply(told, result, LATER))).isEqualTo(told);
  }

  /** Under the lock no guard is ever missed, so what is written is what was decided. */
  @Property(tries = 200)
  void theStoreFollowsTheDecisions(@ForAll("talks") List<Say> results) {
    InMemoryPayments payments = new InMemoryPayments();
    PayOrderDetails expected =
        new PayOrderDetails(payments.given(PayOrderBook.aPayOrder()), List.of());
    List<PayOrderEvent> events = new ArrayList<>();
    for (Say say : results) {
      ChannelResult result = say.about(expected.order());
      PaymentOutcome decided = apply(expected, result, payments.clock.instant());
      Stream.ofNullable(decided.event()).forEach(events::add);
      expected = withLateRefund(after(expected, decided), decided.lateMoney());

      PayOrder written =
          payments.apply.handle(result, Action.QUERY).map(PaymentOutcome::order).orElseThrow();

      assertThat(written).isEqualTo(expected.order());
      assertThat(payments.now(written)).isEqualTo(written);
      assertThat(payments.store.trades().stream().map(payment -> payment.stored(0)))
          .isEqualTo(expected.payments());
    }
    assertThat(payments.store.events()).isEqualTo(events);
  }

  // Late money is held for the refund that the service makes by itself.
  private static PayOrderDetails withLateRefund(PayOrderDetails after, @Nullable PaidTrade late) {
    if (late == null) {
      return after;
    }
    PaidTrade held = late.hold(Objects.requireNonNull(late.amount()));
    return new PayOrderDetails(
        after.order(),
        after.payments().stream()
            .map(payment -> payment.tradeNo().equals(held.tradeNo()) ? held : payment)
            .toList());
  }

  /** However the results for two orders are mixed: each trade is one order's, first come first. */
  @Property(tries = 200)
  void aTradeBelongsToTheFirstOrderThatItIsNamedFor(
      @ForAll("talks") List<Say> results, @ForAll List<Boolean> mix) {
    InMemoryPayments payments = new InMemoryPayments();
    List<PayOrder> orders =
        List.of(payments.given(PayOrderBook.aPayOrder()), payments.given(PayOrderBook.aPayOrder()));
    Map<TradeNo, PayNo> owners = new HashMap<>();
    for (int i = 0; i < results.size(); i++) {
      Say say = results.get(i);
      PayOrder order = orders.get(i < mix.size() && mix.get(i) ? 0 : 1);
      if (say.status() == Status.SUCCESS) {
        owners.putIfAbsent(Objects.requireNonNull(say.tradeNo()), order.payNo());
      }
      assertThat(payments.apply.handle(say.about(order), Action.NOTIFY)).isPresent();
    }

    assertThat(payments.store.trades())
        .extracting(PaidTrade::tradeNo)
        .containsExactlyInAnyOrderElementsOf(owners.keySet());
    assertThat(payments.store.trades())
        .allSatisfy(trade -> assertThat(trade.payNo()).isEqualTo(owners.get(trade.tradeNo())));
    assertThat(payments.store.claims())
        .allSatisfy(claim -> assertThat(claim.payNo()).isNotEqualTo(owners.get(claim.tradeNo())));
    assertThat(payments.store.claims().stream().map(claim -> claim.payNo() + " " + claim.tradeNo()))
        .doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    return PayOrderLife.lives();
  }

  @Provide
  Arbitrary<Say> results() {
    return PayOrderLife.results();
  }

  @Provide
  Arbitrary<List<Say>> talks() {
    return PayOrderLife.results().list().ofMaxSize(30);
  }

  private static List<PaymentOutcome> outcomes(List<Step> steps) {
    return PayOrderLife.live(steps).stream()
        .map(Taken::outcome)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  private static List<PaidTrade> paymentsAtTheEnd(List<Taken> life) {
    return life.get(life.size() - 1).after().payments();
  }

  private static boolean isPaid(PayOrder order) {
    return order.status() == PayStatus.SUCCESS;
  }

  private static boolean isWronglyTaken(PaidTrade received, PayOrder order) {
    boolean inFull = received.kind() == Kind.SETTLED || received.kind() == Kind.LATE;
    return inFull && received.amount() != null && !received.amount().equals(order.amount());
  }

  private static void assertKept(PaidTrade before, PaidTrade after) {
    Money said = after.amount();
    boolean needsPerson = before.state() == null && after.state() != null;
    assertThat(after)
        .isEqualTo(said == null ? before : before.withAmount(said, after.paidAt(), needsPerson));
    assertThat(said != null || before.amount() == null).as("an amount stays known").isTrue();
  }

  private static TradeNo tradeOf(Taken payment) {
    return Objects.requireNonNull(((Say) payment.step()).tradeNo());
  }
}
