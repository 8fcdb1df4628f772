package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.after;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.terms;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
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

  record Say(Status status, @Nullable TradeNo tradeNo, @Nullable Money amount) implements Step {
    ChannelResult about(PayOrder order) {
      return new ChannelResult(order.payNo(), status, tradeNo, amount, null);
    }
  }

  /** A step that was taken; the outcome is null where the step was none of the channel's. */
  record Taken(
      Step step, PayOrderDetails before, PayOrderDetails after, @Nullable PaymentOutcome outcome) {
    boolean isPayment() {
      return step instanceof Say result && result.status() == Status.SUCCESS;
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
            results().map(Step.class::cast),
            results().map(Step.class::cast))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  static Arbitrary<Say> results() {
    Arbitrary<TradeNo> trades = Arbitraries.of("T1", "T2", "T3").map(TradeNo::new);
    Arbitrary<Money> amounts =
        Arbitraries.of(PRICE, PRICE, ANOTHER_PRICE, PRICE_IN_DOLLARS).injectNull(0.3);
    return Arbitraries.oneOf(
        Combinators.combine(trades, amounts).as((t, a) -> new Say(Status.SUCCESS, t, a)),
        Combinators.combine(trades.injectNull(0.3), amounts)
            .as((t, a) -> new Say(Status.FAILED, t, a)));
  }

  private static Taken take(Step step, PayOrderDetails before, Instant now) {
    PayOrder order = before.order();
    if (step instanceof Say result) {
      return applied(step, before, apply(before, result.about(order), now));
    }
    if (step instanceof Close) {
      return applied(step, before, order.close("EXPIRED", now));
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

  private static Taken applied(Step step, PayOrderDetails before, PaymentOutcome outcome) {
    return new Taken(step, before, after(before, outcome), outcome);
  }
}
