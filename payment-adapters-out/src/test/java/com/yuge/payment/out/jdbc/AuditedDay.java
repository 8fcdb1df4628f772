package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.InMemoryPayments.callback;
import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.domain.callback.CallbackOutcome.Reason;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.ChangeLimits.Terms;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.refund.RefundCreation;
import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.shared.UserNo;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments of every outcome, through the use cases; each trade has a name. */
final class AuditedDay {
  /** A millisecond each: the time is part of a refund's number. */
  private static final AtomicInteger DAYS = new AtomicInteger();

  private static final Parties PARTIES = new Parties(new MerchantNo("m-1"), new UserNo("u-1"));

  private final JdbcPayments payments;
  private final PaymentUseCases useCases;
  final PayOrder paid;
  final PayOrder failed;
  final PayOrder ended;
  final PayOrder mismatched;
  final PayOrder refunded;

  AuditedDay(JdbcClient jdbc, Transactions transactions, String trades) {
    this.payments = new JdbcPayments(jdbc, transactions, (partition, row) -> {});
    this.useCases =
        payments.useCases(
            new Channels(List.of(), List.of(new FakeRefunds(new InMemoryStore()))),
            InMemoryPayments.SETTINGS,
            Clock.fixed(PayOrderBook.LATER.plusMillis(DAYS.incrementAndGet()), AuditedTables.SHOP));
    this.paid = paid(trades + "PAID");
    hear(success(paid, trades + "DUPLICATE", PRICE), Reason.MISMATCH);
    this.failed = payments.added(limited());
    hear(failure(failed, trades + "FAILED"), Reason.APPLIED);
    this.ended = payments.added(limited());
    payments.transactions.run(() -> payments.orders.advance(closed(ended)));
    hear(success(ended, trades + "LATE", PRICE), Reason.LATE_SUCCESS);
    this.mismatched = payments.added(limited());
    hear(success(mismatched, trades + "MISMATCH", ANOTHER_PRICE), Reason.MISMATCH);
    hear(success(mismatched, trades + "PAID", PRICE), Reason.MISMATCH);
    this.refunded = paid(trades + "REFUNDED");
    RefundCreation refund =
        useCases.refunds().createRefund().handle(aRefund(refunded, yuan("2.00"))).orElseThrow();
    assertThat(refund).isInstanceOf(RefundCreation.Agreed.class);
  }

  /** An order of the one user and the one merchant, who have limits. */
  private static PayOrder limited() {
    PayRequest request = new PayRequest(anOrderNo(), PRICE, TestChannels.MOCK, null, PARTIES);
    return PayOrder.create(aPayNo(), request, NOW, NOW.plus(TIME_TO_PAY));
  }

  /** Each user and each merchant has a limit, which no day comes near. */
  static void limit(JdbcClient jdbc, Transactions transactions) {
    ChangeLimits change =
        new ChangeLimits(
            new JdbcLimits(jdbc), new JdbcLimitAudit(jdbc), transactions, Clock.systemUTC());
    Terms terms = new Terms(null, yuan("99999999.00"), 2);
    for (LimitScope scope : LimitScope.values()) {
      LimitSubject each = new LimitSubject(scope, LimitSubject.EACH);
      assertThat(change.put(each, terms, new OperatorReason("li", "test"))).isNotNull();
    }
  }

  private PayOrder paid(String trade) {
    PayOrder order = payments.added(limited());
    hear(success(order, trade, PRICE), Reason.APPLIED);
    return order;
  }

  private void hear(ChannelResult result, Reason reason) {
    assertThat(useCases.handleCallback().handle(callback(result)))
        .map(CallbackOutcome::reason)
        .contains(reason);
  }
}
