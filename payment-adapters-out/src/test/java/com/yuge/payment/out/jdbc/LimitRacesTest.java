package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.devstack.LatestDeadlock;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.limit.ChangeLimits.Terms;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.UserNo;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many want to pay within one limit at once: exactly as many get in as it fits. */
class LimitRacesTest {
  /** All that the pool allows beside the operator. */
  private static final int RUNNERS = TestDatabase.mostTransactions() - 1;

  private static final int PAYERS = 500;
  private static final Money ONE = yuan("1.00");
  private static final OperatorReason REASON = new OperatorReason("li", "test");
  private static final Clock CLOCK =
      Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.of(1, ChronoUnit.MICROS));

  private final CountedTransactions transactions =
      new CountedTransactions(TestDatabase.transactions());
  private final JdbcPayments payments =
      new JdbcPayments(TestDatabase.jdbc(), transactions, (partition, row) -> {});
  private final PaymentUseCases useCases =
      payments.useCases(new Channels(List.of(new FakeChannel())), InMemoryPayments.SETTINGS, CLOCK);
  private final MerchantNo merchantNo = new MerchantNo(aNonce());
  private final UserNo userNo = new UserNo(aNonce());
  private final LimitSubject merchant = new LimitSubject(LimitScope.MERCHANT, merchantNo.value());
  private final LimitSubject user = new LimitSubject(LimitScope.USER, userNo.value());
  private String deadlockBefore = "";

  @BeforeEach
  void rememberDeadlock() {
    deadlockBefore = LatestDeadlock.on(TestDatabase.jdbc());
  }

  @AfterEach
  void noDeadlock() {
    assertThat(transactions.repeats()).as("deadlocks").hasValue(0);
    assertThat(LatestDeadlock.on(TestDatabase.jdbc())).isEqualTo(deadlockBefore);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void ofFiveHundredExactlyAHundredGetInAlsoOnANewDay(int shards) {
    set(merchant, "100.00", shards);
    set(user, "99999.00", shards);

    List<OpenResult> all = openAtOnce(orders(PAYERS));

    assertThat(begun(all)).hasSize(100);
    assertThat(kinds(all, OpenResult.Kind.OVER_LIMIT)).hasSize(400);
    assertUsed(merchant, "100.00");
    assertUsed(user, "100.00");
  }

  /** Also on a new day: a refusal removes no slice for which others wait. */
  @Test
  void aRefusalOfTheMerchantsLimitLeavesTheUsersAsItWas() {
    set(user, "100.00", 4);
    set(merchant, "0.50", 1);

    assertThat(begun(openAtOnce(orders(RUNNERS * 5)))).isEmpty();

    assertUsed(user, "0.00");
    assertUsed(merchant, "0.00");
  }

  @Test
  void exactlyAHundredGetInWhileTheLimitAndItsShardsAreChanged() throws Exception {
    set(merchant, "100.00", 1);
    AtomicBoolean done = new AtomicBoolean();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    Thread operator =
        new Thread(
            () -> {
              for (int i = 0; !done.get(); i++) {
                try {
                  set(merchant, i % 3 == 0 ? "60.00" : "100.00", 1 + i * 7 % 16);
                } catch (RuntimeException e) {
                  failures.add(e);
                }
              }
            });
    operator.start();
    List<OpenResult> all = openAtOnce(orders(PAYERS));
    done.set(true);
    operator.join(Duration.ofSeconds(Race.PATIENCE_SECONDS).toMillis());

    assertThat(failures).isEmpty();
    assertThat(begun(all)).hasSizeBetween(60, 100);
    set(merchant, "100.00", 16);
    List<OpenResult> more = openAtOnce(orders(PAYERS));
    assertThat(begun(all).size() + begun(more).size()).isEqualTo(100);
    assertUsed(merchant, "100.00");
  }

  @Test
  void whatIsReleasedAfterTheShardsShrankFitsAgain() {
    set(merchant, "100.00", 16);
    List<PayOrder> paying = begun(openAtOnce(orders(200)));
    assertThat(paying).hasSize(100);
    set(merchant, "100.00", 1);

    List<PayOrder> failed = paying.subList(0, 60);
    assertThat(each(failed, order -> apply(failure(order, null)))).containsOnly(true);
    assertUsed(merchant, "40.00");

    assertThat(begun(openAtOnce(orders(200)))).hasSize(60);
    assertUsed(merchant, "100.00");
  }

  @Test
  void nobodyGetsInUnderALoweredLimitBeforeEnoughIsReleased() {
    set(merchant, "100.00", 8);
    List<PayOrder> paying = begun(openAtOnce(orders(80)));
    set(merchant, "50.00", 8);

    assertThat(each(paying.subList(0, 30), order -> apply(failure(order, null))))
        .containsOnly(true);
    assertUsed(merchant, "50.00");
    assertThat(begun(openAtOnce(orders(RUNNERS)))).isEmpty();

    assertThat(apply(failure(paying.get(30), null))).isTrue();
    assertThat(begun(openAtOnce(orders(RUNNERS)))).hasSize(1);
    assertUsed(merchant, "50.00");
  }

  @Test
  void moneyThatIsPaidCountsAboveTheLimitAndIsAskedOfNobodyElse() {
    set(merchant, "10.00", 4);
    List<PayOrder> unasked = orders(15);
    assertThat(each(unasked, order -> apply(success(order, aNonce(), order.amount()))))
        .containsOnly(true);
    assertUsed(merchant, "15.00");

    assertThat(begun(openAtOnce(orders(RUNNERS)))).isEmpty();
    assertUsed(merchant, "15.00");
  }

  private void set(LimitSubject subject, String perDay, int shards) {
    assertThat(useCases.changeLimits().put(subject, new Terms(null, yuan(perDay), shards), REASON))
        .isNotNull();
  }

  private List<PayOrder> orders(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new PayRequest(
                    anOrderNo(), ONE, TestChannels.MOCK, null, new Parties(merchantNo, userNo)))
        .map(request -> useCases.createPayOrder().handle(request).order())
        .toList();
  }

  private List<OpenResult> openAtOnce(List<PayOrder> orders) {
    return each(
        orders,
        order -> useCases.openPayment().handle(order.payNo(), OpenOptions.USUAL).orElseThrow());
  }

  private boolean apply(ChannelResult result) {
    return useCases.applyChannelResult().handle(result, Action.NOTIFY).isPresent();
  }

  private static <T> List<T> each(List<PayOrder> orders, Function<PayOrder, T> work) {
    Queue<PayOrder> left = new ConcurrentLinkedQueue<>(orders);
    Race<List<T>> race =
        Race.of(
            RUNNERS,
            () -> {
              List<T> mine = new ArrayList<>();
              for (PayOrder order = left.poll(); order != null; order = left.poll()) {
                mine.add(work.apply(order));
              }
              return mine;
            });
    assertThat(race.failures()).isEmpty();
    return race.answers().stream().flatMap(List::stream).toList();
  }

  private static List<PayOrder> begun(List<OpenResult> all) {
    return kinds(all, OpenResult.Kind.BEGUN);
  }

  private static List<PayOrder> kinds(List<OpenResult> all, OpenResult.Kind kind) {
    return all.stream().filter(one -> one.kind() == kind).map(OpenResult::order).toList();
  }

  private void assertUsed(LimitSubject subject, String used) {
    assertThat(useCases.inspectLimits().today(subject).used()).isEqualByComparingTo(used);
  }
}
