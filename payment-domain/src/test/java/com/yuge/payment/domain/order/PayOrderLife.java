package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.after;
import static com.yuge.payment.domain.fixtures.PayOrderBook.settle;
import static com.yuge.payment.domain.fixtures.PayOrderBook.terms;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Whatever may happen to one order, in any order, two minutes apart. */
final class PayOrderLife {
  private PayOrderLife() {}

  /** Something that happens to an order. */
  sealed interface Step {}

  record Open() implements Step {}

  record StoreAddress() implements Step {}

  record Close() implements Step {}

  record Say(Verdict verdict, @Nullable TradeNo tradeNo, @Nullable Money amount) implements Step {
    ChannelWord about(PayOrder order) {
      return new ChannelWord(order.payNo(), verdict, tradeNo, amount, null);
    }
  }

  /** A step that was taken; the settlement is null where the step was none of the channel's. */
  record Taken(
      Step step, PayOrderDetails before, PayOrderDetails after, @Nullable Settlement settlement) {
    boolean isPayment() {
      return step instanceof Say word && word.verdict() == Verdict.SUCCESS;
    }
  }

  static List<Taken> live(List<Step> steps) {
    List<Taken> life = new ArrayList<>();
    PayOrderDetails details = new PayOrderDetails(aPayOrder(), List.of());
    for (Step step : steps) {
      Instant now = NOW.plus(Duration.ofMinutes(2L * life.size()));
      Taken taken = take(step, details, now);
      life.add(taken);
      details = taken.after();
    }
    return life;
  }

  static Arbitrary<List<Step>> lives() {
    return Arbitraries.oneOf(
            Arbitraries.of(new Open(), new StoreAddress(), new Close()),
            words().map(Step.class::cast),
            words().map(Step.class::cast))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  static Arbitrary<Say> words() {
    Arbitrary<TradeNo> trades = Arbitraries.of("T1", "T2", "T3").map(TradeNo::new);
    Arbitrary<Money> amounts =
        Arbitraries.of(PRICE, PRICE, ANOTHER_PRICE, PRICE_IN_DOLLARS).injectNull(0.3);
    return Arbitraries.oneOf(
        Combinators.combine(trades, amounts).as((t, a) -> new Say(Verdict.SUCCESS, t, a)),
        Combinators.combine(trades.injectNull(0.3), amounts)
            .as((t, a) -> new Say(Verdict.FAILED, t, a)));
  }

  private static Taken take(Step step, PayOrderDetails before, Instant now) {
    PayOrder order = before.order();
    if (step instanceof Say word) {
      return settled(step, before, settle(before, word.about(order), now));
    }
    if (step instanceof Close) {
      return settled(step, before, order.close("EXPIRED", now));
    }
    if (step instanceof Open) {
      return moved(step, before, order.open(terms(order), now).order());
    }
    boolean isDue = order.status() == PayStatus.PAYING && order.payUrl() == null;
    return moved(step, before, isDue ? order.openedAt(CASHIER, now) : order);
  }

  private static Taken moved(Step step, PayOrderDetails before, PayOrder order) {
    return new Taken(step, before, new PayOrderDetails(order, before.payments()), null);
  }

  private static Taken settled(Step step, PayOrderDetails before, Settlement settlement) {
    return new Taken(step, before, after(before, settlement), settlement);
  }
}
