package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrderLife.Say;
import com.yuge.payment.domain.order.PayOrderLife.Step;
import com.yuge.payment.domain.order.PayOrderLife.Taken;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.List;
import java.util.Objects;
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
    List<Settlement> settlements = settlements(steps);

    assertThat(settlements).filteredOn(Settlement.Applied.class::isInstance).hasSizeLessThan(2);
    assertThat(settlements).filteredOn(Settlement.LateSuccess.class::isInstance).hasSizeLessThan(2);
  }

  @Property
  void eventIdsAreUnique(@ForAll("lives") List<Step> steps) {
    assertThat(settlements(steps).stream().flatMap(PayOrderPropertiesTest::event))
        .extracting(PayOrderEvent::eventId)
        .doesNotHaveDuplicates();
  }

  @Property
  void whatIsFinalStaysAsItWasDecided(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .filteredOn(taken -> taken.before().status().isFinal())
        .allSatisfy(
            taken -> {
              assertThat(taken.after().status()).isEqualTo(taken.before().status());
              assertThat(taken.after().channelTradeNo()).isEqualTo(taken.before().channelTradeNo());
              assertThat(taken.after().paidAt()).isEqualTo(taken.before().paidAt());
            });
  }

  @Property
  void whatIsPayingIsNeverInitAgain(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .allSatisfy(
            taken ->
                assertThat(taken.after().status()).isGreaterThanOrEqualTo(taken.before().status()));
  }

  @Property
  void everyChangeIsOneVersion(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .allSatisfy(
            taken -> {
              int step = taken.after().equals(taken.before()) ? 0 : 1;
              assertThat(taken.after().version()).isEqualTo(taken.before().version() + step);
            });
  }

  @Property
  void whatIsStrayStaysWithTheOrder(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .allSatisfy(
            taken -> {
              assertKept(taken.before().mismatch(), taken.after().mismatch());
              assertKept(taken.before().lateSuccess(), taken.after().lateSuccess());
            });
  }

  /** Money is never shrugged off: it settles, is late, does not match, or is known already. */
  @Property
  void moneyTakenIsAlwaysAccountedFor(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .filteredOn(Taken::isPayment)
        .allSatisfy(
            taken -> {
              Settlement settlement = Objects.requireNonNull(taken.settlement());
              assertThat(settlement).isNotInstanceOf(Settlement.Ignored.class);
              boolean isAuditedOnly =
                  settlement instanceof Settlement.Mismatch mismatch && !mismatch.recorded();
              if (!isAuditedOnly) {
                assertThat(moneyOf(taken.after())).contains(tradeOf(taken));
              }
            });
  }

  @Property
  void whatIsSettledIsTheAmountThatWasAskedFor(@ForAll("lives") List<Step> steps) {
    assertThat(PayOrderLife.live(steps))
        .filteredOn(taken -> taken.settlement() instanceof Settlement.Applied)
        .filteredOn(Taken::isPayment)
        .allSatisfy(
            taken -> {
              Money said = ((Say) taken.step()).amount();
              if (said == null) {
                assertThat(strayTrades(taken.before())).doesNotContain(tradeOf(taken));
              } else {
                assertThat(said).isEqualTo(taken.before().amount());
              }
            });
  }

  @Property
  void aWordRepeatedAtOnceChangesNothing(
      @ForAll("lives") List<Step> steps, @ForAll("words") Say say) {
    List<Taken> life = PayOrderLife.live(steps);
    PayOrder order = life.get(life.size() - 1).after();
    PayOrder told = order.settle(say.about(order), LATER).order();

    assertThat(told.settle(say.about(order), LATER).order()).isEqualTo(told);
  }

  /** Under the lock no guard is ever missed, so what is written is what was decided. */
  @Property(tries = 200)
  void theStoreFollowsTheDecisions(@ForAll("talks") List<Say> words) {
    InMemoryPayments payments = new InMemoryPayments();
    PayOrder expected = payments.given(PayOrderBook.aPayOrder());
    for (Say say : words) {
      expected = expected.settle(say.about(expected), payments.clock.instant()).order();
      assertThat(payments.settle.handle(say.about(expected), Action.QUERY))
          .map(Settlement::order)
          .contains(expected);
      assertThat(payments.now(expected)).isEqualTo(expected);
    }
    assertThat(payments.tags())
        .doesNotHaveDuplicates()
        .hasSize((expected.status().isFinal() ? 1 : 0) + (expected.lateSuccess() == null ? 0 : 1));
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    return PayOrderLife.lives();
  }

  @Provide
  Arbitrary<Say> words() {
    return PayOrderLife.words();
  }

  @Provide
  Arbitrary<List<Say>> talks() {
    return PayOrderLife.words().list().ofMaxSize(30);
  }

  private static List<Settlement> settlements(List<Step> steps) {
    return PayOrderLife.live(steps).stream()
        .map(Taken::settlement)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  private static Stream<PayOrderEvent> event(Settlement settlement) {
    if (settlement instanceof Settlement.Applied applied) {
      return Stream.of(applied.event());
    }
    return settlement instanceof Settlement.LateSuccess late
        ? Stream.of(late.event())
        : Stream.empty();
  }

  private static void assertKept(@Nullable StrayPayment before, @Nullable StrayPayment after) {
    if (before != null) {
      assertThat(after).isEqualTo(before);
    }
  }

  private static TradeNo tradeOf(Taken payment) {
    return Objects.requireNonNull(((Say) payment.step()).tradeNo());
  }

  /** The trades whose money the order carries. */
  private static List<TradeNo> moneyOf(PayOrder order) {
    TradeNo settledBy = order.status() == PayStatus.SUCCESS ? order.channelTradeNo() : null;
    return Stream.concat(Stream.ofNullable(settledBy), strayTrades(order).stream()).toList();
  }

  private static List<TradeNo> strayTrades(PayOrder order) {
    return Stream.of(order.lateSuccess(), order.mismatch())
        .flatMap(Stream::ofNullable)
        .map(StrayPayment::tradeNo)
        .toList();
  }
}
