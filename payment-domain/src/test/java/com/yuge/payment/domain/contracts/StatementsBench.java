package com.yuge.payment.domain.contracts;

import com.yuge.payment.domain.fixtures.StatementBook;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementProgress;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementWalk;
import com.yuge.payment.domain.statement.Statements;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;

/** The ports that the contracts of statements work on; by the real clock, as the store's is. */
public abstract class StatementsBench {
  protected abstract Statements statements();

  protected abstract Transactions transactions();

  /** Removes what other tests left behind. */
  protected abstract void empty();

  @BeforeEach
  void begin() {
    empty();
  }

  /** A statement of a day, claimed by this test. */
  protected final Statement claimed(LocalDate day) {
    return StatementBook.claimed(statements(), day);
  }

  /** Whoever claims it next has it. */
  protected final void release(Statement statement) {
    transactions().run(() -> statements().renew(statement, Duration.ZERO));
  }

  /** Nothing is known of it but this. */
  protected static Statement plain(Statement of, StatementState state, long version, int run) {
    StatementProgress none = new StatementProgress(StatementWalk.LINES, 0, 0);
    return new Statement(
        of.id(), of.key(), state, version, run, 0, null, null, 0, none, null, null);
  }
}
