package com.yuge.payment.in;

import static com.yuge.payment.domain.fixtures.TestChannels.MOCK;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.fakes.FakeStatements;
import com.yuge.payment.domain.fakes.InMemoryDiscrepancies;
import com.yuge.payment.domain.fakes.InMemoryOutbox;
import com.yuge.payment.domain.fakes.InMemoryStatementBooks;
import com.yuge.payment.domain.fakes.InMemoryStatementFiles;
import com.yuge.payment.domain.fakes.InMemoryStatementLines;
import com.yuge.payment.domain.fakes.InMemoryStatements;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.statement.CheckDiscrepancy;
import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Discrepancies;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementPorts;
import com.yuge.payment.domain.statement.StatementSettings;
import com.yuge.payment.domain.statement.StatementUseCases;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The use cases of statements on stores in memory, and a channel whose files the test writes. */
public final class StatementDesk {
  /** The merchant of the channel's statements. */
  public static final String MERCHANT = "FAKE";

  /** A file that cannot be read fails its statement; the channel is queried once. */
  private static final StatementSettings ONE_TRY =
      new StatementSettings(
          Duration.ofMinutes(30),
          1,
          100,
          Duration.ofMinutes(5),
          100,
          1,
          Duration.ofHours(1),
          Duration.ofMinutes(2));

  private static final DiscrepancyFilter ALL = new DiscrepancyFilter(null, null, null, null);
  private static final int MANY = 1000;

  public final InMemoryPayments payments = new InMemoryPayments();
  public final FakeStatements channel = new FakeStatements(payments.store, MOCK);
  public final InMemoryStatements statements =
      new InMemoryStatements(payments.store, payments.clock);
  public final InMemoryDiscrepancies discrepancies =
      new InMemoryDiscrepancies(payments.store, payments.clock);
  public final StatementUseCases useCases =
      new StatementUseCases(
          new StatementPorts(
              statements,
              new InMemoryStatementFiles(payments.store, statements),
              new InMemoryStatementLines(payments.store),
              new InMemoryStatementBooks(payments.store),
              payments.watch.over(Discrepancies.class, discrepancies),
              new InMemoryOutbox(payments.store),
              payments.store),
          new Channels(List.of(payments.channel), List.of(), List.of(channel)),
          ONE_TRY,
          new CheckDiscrepancy.Queries(
              payments.useCases.requestCheck(),
              payments.reconcile,
              payments.refund.requestRefundCheck()),
          Slots.ALL,
          () -> {},
          payments.clock);

  /** A new statement, which waits. */
  public Statement plan(String merchant, LocalDate day) {
    statements.plan(new StatementKey(MOCK, merchant, day, "ALL"));
    return statements.list(null, Long.MAX_VALUE, 1).get(0);
  }

  /** The statement as it is written. */
  public Statement put(Statement next) {
    payments.store.run(() -> statements.advance(next, null));
    return now(next);
  }

  public Statement now(Statement statement) {
    return statements.find(statement.id()).orElseThrow();
  }

  /** A discrepancy that is found for the first time. */
  public Discrepancy find(Statement statement, Difference difference) {
    payments.store.run(
        () -> discrepancies.record(statement, List.of(difference), payments.clock.instant()));
    List<Discrepancy> all = discrepancies.list(ALL, 0, MANY);
    return all.get(all.size() - 1);
  }
}
