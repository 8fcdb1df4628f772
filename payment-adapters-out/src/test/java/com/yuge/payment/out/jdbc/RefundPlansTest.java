package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.retention.AgedRecords;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each statement about refunds finds its rows by the intended index, however many there are. */
class RefundPlansTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final PayNo PAY_NO = new PayNo("PAY" + "0".repeat(27) + "17");
  private static final RefundNo REFUND_NO = new RefundNo("REF" + "0".repeat(27) + "70");
  private static final String OF_ORDER = "uk_pay_refund_order_no";

  private final ExplainingDataSource database = new ExplainingDataSource(TestDatabase.pool());
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Transactions transactions = TestDatabase.transactions(database);
  private final JdbcRefunds refunds = new JdbcRefunds(jdbc);

  @BeforeAll
  static void fill() {
    ManyRefunds.add();
  }

  @AfterAll
  static void empty() {
    ManyRefunds.remove();
  }

  @Test
  void findingARefundByEitherNumber() {
    RefundOrderNo number = new RefundOrderNo("MANY-70");

    assertPlans(
        plans(() -> assertThat(refunds.find(REFUND_NO)).isPresent()), "uk_pay_refund_refund_no");
    assertPlans(plans(() -> assertThat(refunds.find(PAY_NO, number)).isPresent()), OF_ORDER);
  }

  /** They are sorted, but an order has few. */
  @Test
  void findingAnOrdersRefunds() {
    List<Plan> plans = plans(() -> assertThat(refunds.of(PAY_NO)).hasSize(4));

    assertThat(plans).hasSize(1).flatExtracting(Plan::ofBigTables).allMatch(Plan.Access::isByKey);
    assertThat(keys(plans)).containsOnly(OF_ORDER);
  }

  @Test
  void writingAStep() {
    Refund seen = refunds.find(REFUND_NO).orElseThrow();
    Refund next =
        new Refund(
            seen.id(),
            seen.refundNo(),
            seen.terms(),
            seen.status(),
            seen.progress(),
            seen.version() + 1,
            NOW,
            LATER);

    assertPlans(
        plans(() -> undone(() -> refunds.advance(next, Optional.of(LONG)))),
        "uk_pay_refund_refund_no");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 200})
  void claimingWhatIsDue(int limit) {
    JdbcDueRefunds due = new JdbcDueRefunds(jdbc, transactions);

    List<Plan> plans = plans(() -> undone(() -> assertThat(due.claim(limit, LONG)).hasSize(limit)));

    assertPlans(plans, "idx_pay_refund_due", "idx_pay_refund_due", "PRIMARY");
    assertThat(plans.get(2).ofBigTables()).extracting(Plan.Access::type).containsOnly("eq_ref");
  }

  @ParameterizedTest
  @EnumSource
  void readingAPageOfAStatus(RefundStatus status) {
    JdbcRefundReports reports = new JdbcRefundReports(jdbc);

    assertPlans(
        plans(() -> assertThat(reports.inStatus(status, 100, 50)).hasSize(50)),
        "idx_pay_refund_status");
  }

  @Test
  void countingTheBacklog() {
    JdbcRefundReports reports = new JdbcRefundReports(jdbc);

    assertPlans(
        plans(() -> assertThat(reports.backlog(NOW, 100).undecided()).isEqualTo(100)),
        "idx_pay_refund_status",
        "idx_pay_refund_status");
  }

  @Test
  void writingThePaymentsTotalsAndItsAcceptance() {
    JdbcPaidTrades trades = new JdbcPaidTrades(jdbc, transactions);
    JdbcMoneyReports reports = new JdbcMoneyReports(jdbc);
    PaidTrade late = late();
    transactions.run(() -> assertThat(trades.add(late)).isTrue());
    PaidTrade stored = trades.find(late.channel(), late.tradeNo()).orElseThrow();

    assertPlans(
        plans(() -> undone(() -> trades.replaceRefunds(stored, stored.hold(PRICE)))), "PRIMARY");
    assertPlans(
        plans(() -> undone(() -> assertThat(reports.accept(accepted(stored), LATER)).isTrue())),
        "uk_pay_trade_id");
  }

  @ParameterizedTest
  @EnumSource(names = {"CALLBACK", "REFUSED_CALLBACK", "STEP"})
  void trimmingWhatIsAboutAnOrder(AgedRecords.Kind kind) {
    AgedRecords records = new JdbcAgedRecords(jdbc);

    List<Plan> plans =
        plans(
            () -> assertThat(records.trim(kind, 0, LONG.multipliedBy(24 * 365), 100)).isNotNull());

    assertThat(plans.get(0).ofBigTables())
        .filteredOn(access -> "f".equals(access.table()))
        .hasSize(1)
        .allMatch(Plan.Access::isByKey)
        .extracting(Plan.Access::key)
        .containsOnly(OF_ORDER);
  }

  private List<Plan> plans(Runnable work) {
    return database.plansOf(work);
  }

  private void undone(Runnable work) {
    Undone.in(transactions, work);
  }

  /** By these indexes, in this order, and without sorting or copying. */
  private static void assertPlans(List<Plan> plans, String... keys) {
    assertThat(plans)
        .flatExtracting(Plan::ofBigTables)
        .as(plans.toString())
        .allMatch(Plan.Access::isByKey)
        .noneMatch(Plan.Access::isSortedOrCopied);
    assertThat(keys(plans)).containsExactly(keys);
  }

  private static List<String> keys(List<Plan> plans) {
    return plans.stream()
        .flatMap(plan -> plan.ofBigTables().stream())
        .map(access -> String.valueOf(access.key()))
        .toList();
  }

  private static PaidTrade late() {
    return new PaidTrade(
        0,
        TestChannels.MOCK,
        new TradeNo(aNonce()),
        aPayNo(),
        Kind.LATE,
        PRICE,
        null,
        LATER,
        State.OPEN,
        null,
        RefundTotals.NONE);
  }

  private static PaidTrade accepted(PaidTrade open) {
    return new PaidTrade(
        open.id(),
        open.channel(),
        open.tradeNo(),
        open.payNo(),
        open.kind(),
        open.amount(),
        open.paidAt(),
        open.receivedAt(),
        State.ACCEPTED,
        new OperatorReason("li", "why"),
        open.refunds());
  }
}
