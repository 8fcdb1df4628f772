package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.devstack.LatestDeadlock;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.contracts.RefundsBench;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A claim locks refunds without their orders; a step locks the order first and then the refund. */
class DueRefundsRaceTest extends RefundsBench {
  private static final int ROUNDS = 50;

  private final CountedTransactions transactions =
      new CountedTransactions(TestDatabase.transactions());
  private final DueRefunds due = new JdbcDueRefunds(TestDatabase.jdbc(), transactions);

  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(TestDatabase.jdbc());
  }

  @Override
  protected Refunds refunds() {
    return new JdbcRefunds(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Test
  void claimsAndStepsMeetWithoutADeadlock() {
    String before = LatestDeadlock.on(TestDatabase.jdbc());
    AtomicInteger runner = new AtomicInteger();

    Race<Integer> race =
        Race.of(8, () -> runner.getAndIncrement() % 2 == 0 ? claimed() : written());

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers())
        .filteredOn(answer -> answer == ROUNDS)
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(race.answers().stream().mapToInt(answer -> answer).sum()).isGreaterThan(4 * ROUNDS);
    assertThat(transactions.repeats()).hasValue(0);
    assertThat(LatestDeadlock.on(TestDatabase.jdbc())).isEqualTo(before);
  }

  private int claimed() {
    int claimed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      claimed += due.claim(20, Duration.ZERO).size();
    }
    return claimed;
  }

  private int written() {
    Refund refund = stored(aRefund(), Duration.ZERO);
    for (int round = 0; round < ROUNDS; round++) {
      refund = written(next(refund, RefundStatus.ABNORMAL), Optional.of(Duration.ZERO));
    }
    return refund.version();
  }
}
