package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.devstack.LatestDeadlock;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.refund.NewRefund;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundCreation;
import com.yuge.payment.domain.refund.RefundCreation.Cause;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many want the money of one payment at once: together they get at most what was taken. */
class RefundRacesTest {
  private static final int RUNNERS = 20;
  private static final Clock CLOCK =
      Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));

  private final CountedTransactions transactions =
      new CountedTransactions(TestDatabase.transactions());
  private final JdbcPayments payments =
      new JdbcPayments(TestDatabase.jdbc(), transactions, (partition, row) -> {});
  private final BookedRefunds channel = new BookedRefunds();
  private final PaymentUseCases useCases =
      payments.useCases(
          new Channels(List.of(), List.of(channel)), InMemoryPayments.SETTINGS, CLOCK);
  private final Refunds refunds = new JdbcRefunds(TestDatabase.jdbc());
  private String deadlockBefore = "";

  @BeforeEach
  void rememberDeadlock() {
    deadlockBefore = LatestDeadlock.on(TestDatabase.jdbc());
  }

  @Test
  void ofAHundredThirtyGetTheMoneyAndTheOthersExceed() {
    PayOrder order = paid(yuan("60.00"));

    List<RefundCreation> all = atOnce(100, () -> aRefund(order, yuan("2.00")));

    assertThat(agreed(all)).hasSize(30).allMatch(RefundCreation.Agreed::isNew);
    assertThat(refused(all)).hasSize(70).containsOnly(Cause.EXCEEDS);
    assertGivenBack(order, 30, "60.00");
  }

  @Test
  void ofSixtyFiftyGetTheMoneyAndTheOthersAreTooMany() {
    PayOrder order = paid(yuan("100.00"));

    List<RefundCreation> all = atOnce(60, () -> aRefund(order, yuan("1.00")));

    assertThat(agreed(all)).hasSize(50).allMatch(RefundCreation.Agreed::isNew);
    assertThat(refused(all)).hasSize(10).containsOnly(Cause.TOO_MANY);
    assertGivenBack(order, 50, "50.00");
  }

  @Test
  void aHundredRepeatsAreOneRefund() {
    PayOrder order = paid(yuan("100.00"));
    NewRefund wanted = aRefund(order, yuan("1.00"));

    List<RefundCreation> all = atOnce(100, () -> wanted);

    assertThat(agreed(all)).hasSize(100).filteredOn(RefundCreation.Agreed::isNew).hasSize(1);
    assertThat(agreed(all)).extracting(one -> one.refund().refundNo()).containsOnly(number(order));
    assertGivenBack(order, 1, "1.00");
  }

  private List<RefundCreation> atOnce(int count, Supplier<NewRefund> wanted) {
    Race<List<RefundCreation>> race =
        Race.of(
            RUNNERS,
            () -> {
              List<RefundCreation> mine = new ArrayList<>();
              for (int i = 0; i < count / RUNNERS; i++) {
                mine.add(useCases.refunds().createRefund().handle(wanted.get()).orElseThrow());
              }
              return mine;
            });
    assertThat(race.failures()).isEmpty();
    return race.answers().stream().flatMap(List::stream).toList();
  }

  private void assertGivenBack(PayOrder order, int count, String sum) {
    List<Refund> all = refunds.of(order.payNo());
    PaidTrade paid = trades(order).get(0);
    assertThat(all).hasSize(count).extracting(Refund::status).containsOnly(RefundStatus.SUCCESS);
    assertThat(paid.refunds().held()).isEqualByComparingTo(sum);
    assertThat(paid.refunds().done()).isEqualByComparingTo(sum);
    assertThat(channel.booked()).containsExactlyInAnyOrderElementsOf(numbers(all));
    assertThat(payments.eventsOf(order)).as("the payment, and each refund").isEqualTo(1 + count);
    assertThat(transactions.repeats()).as("deadlocks").hasValue(0);
    assertThat(LatestDeadlock.on(TestDatabase.jdbc())).isEqualTo(deadlockBefore);
  }

  private PayOrder paid(Money amount) {
    Instant now = CLOCK.instant();
    PayRequest request =
        new PayRequest(anOrderNo(), amount, TestChannels.MOCK, null, Parties.UNSAID);
    PayOrder order =
        payments.added(PayOrder.create(aPayNo(), request, now, now.plus(Duration.ofMinutes(30))));
    assertThat(
            useCases.applyChannelResult().handle(success(order, aNonce(), amount), Action.NOTIFY))
        .isPresent();
    return order;
  }

  private static List<PaidTrade> trades(PayOrder order) {
    return new JdbcPaidTrades(TestDatabase.jdbc(), TestDatabase.transactions()).of(order.payNo());
  }

  private RefundNo number(PayOrder order) {
    return refunds.of(order.payNo()).get(0).refundNo();
  }

  private static List<RefundNo> numbers(List<Refund> all) {
    return all.stream().map(Refund::refundNo).toList();
  }

  private static List<RefundCreation.Agreed> agreed(List<RefundCreation> all) {
    return of(RefundCreation.Agreed.class, all).toList();
  }

  private static List<Cause> refused(List<RefundCreation> all) {
    return of(RefundCreation.Refused.class, all).map(RefundCreation.Refused::cause).toList();
  }

  private static <T> Stream<T> of(Class<T> kind, List<RefundCreation> all) {
    return all.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Makes each refund, and remembers its number. */
  private static final class BookedRefunds implements RefundGateway {
    private final Queue<RefundNo> booked = new ConcurrentLinkedQueue<>();

    Queue<RefundNo> booked() {
      return booked;
    }

    @Override
    public PayChannel channel() {
      return TestChannels.MOCK;
    }

    @Override
    public Duration spacing() {
      return Duration.ZERO;
    }

    @Override
    public RefundAnswer refund(RefundRequest request) {
      booked.add(request.refundNo());
      return new RefundAnswer.Done(request.amount(), null, null);
    }

    @Override
    public RefundAnswer queryRefund(RefundRequest request) {
      throw new UnsupportedOperationException("each refund is made at once");
    }
  }
}
