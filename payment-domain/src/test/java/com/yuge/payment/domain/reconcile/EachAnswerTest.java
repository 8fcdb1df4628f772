package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.PayOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A kind of answer without a decision of its own would pass for unpaid, or for closed. */
class EachAnswerTest {
  private static final UnknownReason TIMEOUT =
      new UnknownReason(UnknownReason.Cause.TIMEOUT, "no answer in 5 s");
  private static final List<Function<PayOrder, QueryAnswer>> QUERIES =
      List.of(
          order -> new QueryAnswer.Decided(success(order, "T1")),
          order -> new QueryAnswer.Unpaid(),
          order -> new QueryAnswer.ClosedUnpaid(),
          order -> new QueryAnswer.TradeNotFound(),
          order -> new QueryAnswer.Unknown(TIMEOUT));
  private static final List<CloseAnswer> CLOSES =
      List.of(
          new CloseAnswer.Closed(),
          new CloseAnswer.TradeNotFound(),
          new CloseAnswer.NotOffered(),
          new CloseAnswer.AlreadyPaid(),
          new CloseAnswer.Unknown(TIMEOUT));

  @Test
  void eachAnswerToAQueryIsDecidedOnWhileThereIsTime() {
    assertThat(afterQueries(Duration.ZERO))
        .containsOnlyKeys(QueryAnswer.class.getPermittedSubclasses())
        .containsEntry(QueryAnswer.Decided.class, CheckResult.DECIDED)
        .containsEntry(QueryAnswer.Unpaid.class, CheckResult.WAITING)
        .containsEntry(QueryAnswer.ClosedUnpaid.class, CheckResult.CLOSED)
        .containsEntry(QueryAnswer.TradeNotFound.class, CheckResult.WAITING)
        .containsEntry(QueryAnswer.Unknown.class, CheckResult.UNKNOWN);
  }

  @Test
  void eachAnswerToAQueryIsDecidedOnWhenTimeIsUp() {
    assertThat(afterQueries(TIME_TO_PAY))
        .containsOnlyKeys(QueryAnswer.class.getPermittedSubclasses())
        .containsEntry(QueryAnswer.Decided.class, CheckResult.DECIDED)
        .containsEntry(QueryAnswer.Unpaid.class, CheckResult.CLOSED)
        .containsEntry(QueryAnswer.ClosedUnpaid.class, CheckResult.CLOSED)
        .containsEntry(QueryAnswer.TradeNotFound.class, CheckResult.CLOSED)
        .containsEntry(QueryAnswer.Unknown.class, CheckResult.UNKNOWN);
  }

  /** A close that is refused has the channel asked how it was paid, which it does not know here. */
  @Test
  void eachAnswerToACloseIsDecidedOn() {
    Map<Class<?>, CheckResult> results = new HashMap<>();
    for (CloseAnswer answer : CLOSES) {
      World world = World.paying(TIME_TO_PAY);
      world.payments.channel.answersCloses(answer);
      results.put(answer.getClass(), world.check());
    }

    assertThat(results)
        .containsOnlyKeys(CloseAnswer.class.getPermittedSubclasses())
        .containsEntry(CloseAnswer.Closed.class, CheckResult.CLOSED)
        .containsEntry(CloseAnswer.TradeNotFound.class, CheckResult.CLOSED)
        .containsEntry(CloseAnswer.NotOffered.class, CheckResult.WAITING)
        .containsEntry(CloseAnswer.AlreadyPaid.class, CheckResult.UNKNOWN)
        .containsEntry(CloseAnswer.Unknown.class, CheckResult.UNKNOWN);
  }

  private static Map<Class<?>, CheckResult> afterQueries(Duration later) {
    Map<Class<?>, CheckResult> results = new HashMap<>();
    for (Function<PayOrder, QueryAnswer> query : QUERIES) {
      World world = World.paying(later);
      QueryAnswer answer = query.apply(world.order);
      world.payments.channel.answersQueries(answer);
      results.put(answer.getClass(), world.check());
    }
    return results;
  }

  private record World(InMemoryPayments payments, PayOrder order) {
    /** With an order that was opened so long ago. */
    static World paying(Duration ago) {
      InMemoryPayments payments = new InMemoryPayments();
      PayOrder order = payments.given(aPayOrder());
      assertThat(payments.open.handle(order.payNo(), OpenOptions.USUAL)).isPresent();
      payments.clock.advance(ago);
      return new World(payments, order);
    }

    CheckResult check() {
      return payments.reconcile.handle(order.payNo());
    }
  }
}
