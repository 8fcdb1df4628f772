package com.yuge.payment.out.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.statement.CheckDiscrepancy;
import com.yuge.payment.domain.statement.ClaimStatements;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.ProcessStatement;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementStep;
import com.yuge.payment.domain.statement.StatementStep.Kind;
import com.yuge.payment.domain.statement.StatementUseCases;
import com.yuge.payment.out.proof.Planted.Found;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the jobs do, until nothing is left to do. */
final class StatementWork {
  private static final int MANY = 100;

  private final ServiceTables tables;
  private final StatementUseCases statements;

  StatementWork(ServiceTables tables, StatementUseCases statements) {
    this.tables = tables;
    this.statements = statements;
  }

  /** Fetches and matches; our books stay as they are. */
  void match() {
    List<String> before = tables.books();
    ClaimStatements claim = statements.claim();
    ProcessStatement process = statements.process();
    Set<Long> asked = new HashSet<>();
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Statement claimed : claim.handle(MANY)) {
        if (claimed.state() == StatementState.WAITING && !asked.add(claimed.id())) {
          process.handOver(claimed); // The channel says the same again.
        } else {
          moved |= process(process, claimed);
        }
      }
    }
    assertThat(tables.books()).as("a line settles nothing by itself").isEqualTo(before);
  }

  private static boolean process(ProcessStatement process, Statement claimed) {
    StatementStep step = process.handle(claimed);
    while (step.goesOn()) {
      step = process.handle(step.next());
    }
    assertThat(step.kind()).isIn(Kind.WAITS, Kind.ENDED);
    return step.kind() == Kind.ENDED || step.next().state() != claimed.state();
  }

  /** Queries the channels for what was found. */
  void query() {
    CheckDiscrepancy check = statements.check();
    List<Discrepancy> due = check.claim(MANY);
    while (!due.isEmpty()) {
      due.forEach(discrepancy -> assertThat(check.handle(discrepancy)).isNotNull());
      due = check.claim(MANY);
    }
  }

  /** Everything that was found so far. */
  Set<Found> found() {
    return Set.copyOf(
        statements
            .inspect()
            .discrepancies(new DiscrepancyFilter(null, null, null, null), 0, 1000)
            .stream()
            .map(StatementWork::found)
            .toList());
  }

  private static Found found(Discrepancy discrepancy) {
    Discrepancy.Resolved resolved = discrepancy.resolved();
    return new Found(
        discrepancy.channel(),
        discrepancy.difference().type(),
        discrepancy.difference().subject(),
        resolved == null ? null : resolved.resolution());
  }
}
