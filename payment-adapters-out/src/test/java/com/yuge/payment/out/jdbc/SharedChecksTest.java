package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aRequest;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.terms;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.PaymentSettings;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelLimits;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.reconcile.CheckBackoff;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three instances on one database: each due order is asked for once, and that is on record. */
class SharedChecksTest {
  private static final int ORDERS = 300;
  private static final int INSTANCES = 3;
  private static final Duration MINUTES = Duration.ofMinutes(5);

  private final Transactions transactions = TestDatabase.transactions();
  private final JdbcPayments payments = new JdbcPayments();
  private final AskedChannel channel = new AskedChannel();

  @Test
  void dueOrdersAreSharedAndNoneIsAskedForTwice() {
    nothingIsDue();
    List<PayNo> due = IntStream.range(0, ORDERS).mapToObj(i -> due()).toList();

    Race<Integer> race = Race.of(INSTANCES, () -> checkAllThatIsDue(instance()));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers().stream().mapToInt(taken -> taken).sum()).isEqualTo(ORDERS);
    assertThat(channel.asked.keySet()).containsExactlyInAnyOrderElementsOf(due);
    assertThat(channel.asked.values()).containsOnly(1);
    assertThat(due).allSatisfy(payNo -> assertThat(checksOnRecord(payNo)).isOne());
  }

  private PaymentUseCases instance() {
    PaymentSettings.Checks checks =
        new PaymentSettings.Checks(
            new CheckBackoff(MINUTES, MINUTES, () -> 0.0), MINUTES, InMemoryPayments.AFTER_END);
    return payments.useCases(
        new Channels(List.of(channel)),
        new PaymentSettings(
            Slots.ALL,
            MINUTES,
            PayOrderBook.SUBJECT,
            MINUTES,
            checks,
            InMemoryPayments.SETTINGS.late()),
        Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)));
  }

  private static int checkAllThatIsDue(PaymentUseCases instance) {
    ClaimDueOrders claim = instance.claimDueOrders();
    ReconcilePayOrder reconcile = instance.reconcilePayOrder();
    int taken = 0;
    List<PayNo> some = claim.handle(16);
    while (!some.isEmpty()) {
      some.forEach(payNo -> assertThat(reconcile.handle(payNo)).isNotNull());
      taken += some.size();
      some = claim.handle(16);
    }
    return taken;
  }

  private PayNo due() {
    Instant created = Instant.now().truncatedTo(ChronoUnit.MICROS);
    PayOrder order =
        payments.added(
            PayOrder.create(aPayNo(), aRequest(anOrderNo()), created, created.plus(MINUTES)));
    PayOrder paying = order.open(terms(order), created).order();
    transactions.run(() -> payments.orders.advance(paying));
    new JdbcDueOrders(TestDatabase.jdbc(), transactions).scheduleCheck(paying, Duration.ZERO);
    return order.payNo();
  }

  private static void nothingIsDue() {
    int unused =
        TestDatabase.jdbc()
            .sql("UPDATE t_pay_order SET next_check_at = UTC_TIMESTAMP(6) + INTERVAL 1 YEAR")
            .update();
  }

  private static int checksOnRecord(PayNo payNo) {
    return TestDatabase.jdbc()
        .sql("SELECT COUNT(*) FROM t_pay_reconcile_audit WHERE pay_no = ? AND action = 'QUERY'")
        .param(payNo.value())
        .query(Integer.class)
        .single();
  }

  /** Counts, and knows of no payment. */
  private static final class AskedChannel implements ChannelGateway {
    final Map<PayNo, Integer> asked = new ConcurrentHashMap<>();

    @Override
    public PayChannel channel() {
      return TestChannels.MOCK;
    }

    @Override
    public ChannelLimits limits() {
      throw new UnsupportedOperationException("only asked here");
    }

    @Override
    public ChannelAccount account(OpenOptions options) {
      throw new UnsupportedOperationException("only asked here");
    }

    @Override
    public QueryAnswer query(Trade trade) {
      asked.merge(trade.payNo(), 1, Integer::sum);
      return new QueryAnswer.Unpaid();
    }

    @Override
    public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
      throw new UnsupportedOperationException("only asked here");
    }

    @Override
    public Optional<PayUrl> open(Trade trade) {
      throw new UnsupportedOperationException("only asked here");
    }

    @Override
    public CloseAnswer close(Trade trade) {
      throw new UnsupportedOperationException("only asked here");
    }
  }
}
