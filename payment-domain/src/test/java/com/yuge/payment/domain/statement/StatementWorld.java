package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.fixtures.TestChannels.MOCK;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fakes.FakeStatements;
import com.yuge.payment.domain.fakes.InMemoryDiscrepancies;
import com.yuge.payment.domain.fakes.InMemoryOutbox;
import com.yuge.payment.domain.fakes.InMemoryStatementBooks;
import com.yuge.payment.domain.fakes.InMemoryStatementFiles;
import com.yuge.payment.domain.fakes.InMemoryStatementLines;
import com.yuge.payment.domain.fakes.InMemoryStatements;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.Interceptor;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** Statements of a channel beside our books, on the fakes. It begins on {@link #DAY}, at ten. */
final class StatementWorld {
  /** The day of all tests, in Beijing. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  static final OperatorReason REASON = new OperatorReason("li", "checked by phone");

  /** Small, so that some lines are some steps. */
  static final StatementSettings SETTINGS =
      new StatementSettings(
          Duration.ofMinutes(30),
          3,
          2,
          Duration.ofMinutes(5),
          20,
          3,
          Duration.ofHours(1),
          Duration.ofMinutes(2));

  final InMemoryPayments payments = new InMemoryPayments();
  final InMemoryStore store = payments.store;
  final SettableClock clock = payments.clock;
  final FakeStatements channel = new FakeStatements(store, MOCK);
  final BookedMoney books = new BookedMoney(payments);
  final StatementPorts ports;
  final StatementUseCases useCases;
  final ClaimStatements claim;
  final ProcessStatement process;
  final OperateStatements operate;

  /** So often the work waited between two chunks. */
  int pauses;

  /** What happens elsewhere before payments of a day are compared. */
  private Runnable beforeComparison = () -> {};

  StatementWorld() {
    this(new Crash(Integer.MAX_VALUE));
  }

  StatementWorld(Crash crash) {
    Statements statements = new InMemoryStatements(store, clock);
    this.ports =
        new StatementPorts(
            crash.over(Statements.class, statements),
            crash.over(StatementFiles.class, new InMemoryStatementFiles(store, statements)),
            crash.over(StatementLines.class, new InMemoryStatementLines(store)),
            crash.over(StatementBooks.class, watched(new InMemoryStatementBooks(store))),
            crash.over(Discrepancies.class, new InMemoryDiscrepancies(store, clock)),
            crash.over(Outbox.class, new InMemoryOutbox(store)),
            crash.over(Transactions.class, store));
    this.useCases =
        new StatementUseCases(
            ports,
            new Channels(
                List.of(payments.channel),
                List.of(payments.refundChannel),
                List.of(crash.over(StatementGateway.class, channel))),
            SETTINGS,
            new CheckDiscrepancy.Queries(
                payments.useCases.requestCheck(),
                payments.reconcile,
                payments.refund.requestRefundCheck()),
            Slots.ALL,
            () -> pauses++,
            clock);
    this.claim = useCases.claim();
    this.process = useCases.process();
    this.operate = useCases.operate();
  }

  private StatementBooks watched(StatementBooks books) {
    return Interceptor.before(
        StatementBooks.class,
        books,
        call -> {
          Runnable happens = call.name().equals("unlistedPayments") ? beforeComparison : () -> {};
          happens.run();
          return call.proceed();
        });
  }

  /** It is that time, in Beijing. */
  void at(LocalDate day, String time) {
    clock.advance(
        Duration.between(
            clock.instant(), day.atTime(LocalTime.parse(time)).atZone(clock.getZone())));
  }

  /** It is the morning after that many days, and all statements are worked on until they wait. */
  void morningAfter(int days) {
    at(DAY.plusDays(days), "10:00");
    work();
  }

  /** The morning after that many days, and later that day what waited for it. */
  void dayAfter(int days) {
    morningAfter(days);
    at(DAY.plusDays(days), "11:00");
    work();
  }

  /** The days until two later ones have a statement, too. */
  void threeDays() {
    work();
    dayAfter(1);
    dayAfter(2);
    dayAfter(3);
  }

  /** Once. */
  void beforeComparison(Runnable happens) {
    beforeComparison =
        () -> {
          beforeComparison = () -> {};
          happens.run();
        };
  }

  /** Works on what is due. */
  void work() {
    List<Statement> due;
    do {
      due = claim.handle(10);
      for (Statement one : due) {
        StatementStep unused = work(one);
      }
    } while (!due.isEmpty());
  }

  StatementStep work(Statement claimed) {
    StatementStep step = process.handle(claimed);
    while (step.goesOn()) {
      step = process.handle(step.next());
    }
    return step;
  }

  void writes(LocalDate day, StatementLine... lines) {
    channel.writes(day, List.of(lines));
  }

  /** The statement of a day. */
  Statement of(LocalDate day) {
    return all().filter(one -> one.key().day().equals(day)).findFirst().orElseThrow();
  }

  Stream<Statement> all() {
    return ports.statements().list(null, Long.MAX_VALUE, 100).stream();
  }

  /** The discrepancy of a type; there is one. */
  Discrepancy the(DiscrepancyType type) {
    List<Discrepancy> found =
        ports.discrepancies().list(new DiscrepancyFilter(null, type, null, null), 0, 9);
    if (found.size() != 1) {
      throw new AssertionError("not one " + type + ": " + found);
    }
    return found.get(0);
  }

  /** Each discrepancy: its type, its subject, and how it was resolved. */
  List<String> found() {
    return ports
        .discrepancies()
        .list(new DiscrepancyFilter(null, null, null, null), 0, 100)
        .stream()
        .map(StatementWorld::text)
        .toList();
  }

  private static String text(Discrepancy one) {
    Discrepancy.Resolved resolved = one.resolved();
    return one.difference().type()
        + " "
        + one.difference().subject()
        + (resolved == null ? "" : " " + resolved.resolution());
  }
}
