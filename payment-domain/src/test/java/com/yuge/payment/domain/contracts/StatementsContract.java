package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static com.yuge.payment.domain.fixtures.StatementBook.HOLD;
import static com.yuge.payment.domain.fixtures.StatementBook.MERCHANT;
import static com.yuge.payment.domain.fixtures.StatementBook.NOON;
import static com.yuge.payment.domain.fixtures.StatementBook.REASON;
import static com.yuge.payment.domain.fixtures.StatementBook.key;
import static com.yuge.payment.domain.fixtures.TestChannels.MOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFile;
import com.yuge.payment.domain.statement.StatementLost;
import com.yuge.payment.domain.statement.StatementProgress;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementWalk;
import com.yuge.payment.domain.statement.Statements;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Statements} holds to, also when instances meet there. */
public abstract class StatementsContract extends StatementsBench {
  /** The requests to fetch a statement again: its id, its run, who wanted it and why. */
  protected abstract List<String> requests();

  @Test
  void aPlannedStatementIsDueAtOnceAndIsThereOnce() {
    statements().plan(key(DAY));
    statements().plan(key(DAY));
    statements().plan(key(DAY.minusDays(1)));

    List<Statement> due = due();

    assertThat(due)
        .extracting(Statement::key)
        .containsExactlyInAnyOrder(key(DAY), key(DAY.minusDays(1)));
    assertThat(due)
        .allSatisfy(one -> assertThat(one).isEqualTo(plain(one, StatementState.WAITING, 1, 1)));
    assertThat(due()).isEmpty();
    assertThat(statements().lastPlanned(MOCK, MERCHANT, "ALL")).contains(DAY);
    assertThat(statements().lastPlanned(MOCK, MERCHANT, "OTHER")).isEmpty();
    assertThat(statements().lastPlanned(MOCK, "M2", "ALL")).isEmpty();
  }

  @Test
  void noMoreThanWantedAreClaimed() {
    statements().plan(key(DAY));
    statements().plan(key(DAY.plusDays(1)));

    assertThat(statements().claim(1, HOLD)).hasSize(1);
    assertThat(statements().claim(2, HOLD)).hasSize(1);
  }

  @Test
  void everyFieldIsReadAsItWasWritten() {
    Statement next = full(claimed(DAY));

    transactions().run(() -> statements().advance(next, HOLD));

    assertThat(statements().find(next.id())).contains(next);
    assertThat(transactions().call(() -> statements().lock(next.id()))).contains(next);
    assertThat(statements().find(-1)).isEmpty();
  }

  @Test
  void nothingThatIsUnknownIsWritten() {
    Statement claimed = claimed(DAY);

    transactions().run(() -> statements().advance(claimed, null));

    assertThat(statements().find(claimed.id())).contains(claimed);
    assertThat(due()).isEmpty();
  }

  @Test
  void aHeldOneIsNotClaimedUntilTheHoldEnds() {
    Statement claimed = claimed(DAY);
    transactions().run(() -> statements().advance(claimed, Duration.ZERO));
    transactions().run(() -> statements().renew(claimed, HOLD));
    assertThat(due()).isEmpty();

    release(claimed);

    assertThat(due()).extracting(Statement::version).containsExactly(claimed.version() + 1);
  }

  @Test
  void whoLostAStatementWritesNothing() {
    Statement lost = claimed(DAY);
    release(lost);
    Statement ours = due().get(0);

    for (Runnable write :
        List.<Runnable>of(
            () -> statements().renew(lost, Duration.ZERO),
            () -> statements().advance(full(lost), Duration.ZERO))) {
      assertThatThrownBy(() -> transactions().run(write)).isInstanceOf(StatementLost.class);
    }

    assertThat(statements().find(ours.id())).contains(ours);
    assertThat(due()).isEmpty();
  }

  @Test
  void whoKeepsAStatementHasItUntilTheTransactionEnds() {
    Statement claimed = claimed(DAY);
    release(claimed);
    statements().plan(key(DAY.plusDays(1)));

    transactions()
        .run(
            () -> {
              statements().renew(claimed, Duration.ZERO);
              assertThat(Race.answerOf(CompletableFuture.supplyAsync(this::due)))
                  .extracting(Statement::key)
                  .containsExactly(key(DAY.plusDays(1)));
            });

    assertThat(due()).extracting(Statement::key).containsExactly(key(DAY));
  }

  @Test
  void instancesThatClaimAtTheSameTimeShareTheStatements() {
    for (int day = 0; day < 40; day++) {
      statements().plan(key(DAY.plusDays(day)));
    }

    Race<List<Statement>> race = Race.of(8, () -> statements().claim(5, HOLD));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers().stream().flatMap(List::stream).map(Statement::id))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void anOperatorsRequestTakesItFromWhoeverHasItAndIsOnRecord() {
    Statement held = claimed(DAY);
    Statement again = plain(held, StatementState.WAITING, held.version() + 1, 2);

    transactions().run(() -> statements().again(again, REASON, NOON));

    assertThatThrownBy(() -> transactions().run(() -> statements().advance(held, HOLD)))
        .isInstanceOf(StatementLost.class);
    assertThat(due()).containsExactly(plain(again, StatementState.WAITING, held.version() + 2, 2));
    assertThat(requests()).containsExactly(held.id() + " 2 " + REASON.by() + " " + REASON.reason());
  }

  @Test
  void writesNeedATransaction() {
    Statement claimed = claimed(DAY);

    for (Runnable write :
        List.<Runnable>of(
            () -> statements().renew(claimed, HOLD),
            () -> statements().advance(claimed, HOLD),
            () -> statements().again(claimed, REASON, NOON))) {
      assertThatThrownBy(write::run).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theyAreCountedAndListed() {
    is(DAY, StatementState.MATCHED);
    is(DAY.plusDays(1), StatementState.EMPTY);
    is(DAY.plusDays(2), StatementState.FAILED);
    is(DAY.plusDays(3), StatementState.WAITING);

    assertThat(statements().count(MOCK, MERCHANT, DAY, DAY.plusDays(2)))
        .isEqualTo(new Statements.Count(3, 2));
    assertThat(statements().count(MOCK, "M2", DAY, DAY.plusDays(2)))
        .isEqualTo(new Statements.Count(0, 0));
    assertThat(statements().oldestUndone()).isEqualTo(Map.of(MOCK, DAY.plusDays(2)));
    List<Statement> page = statements().list(null, Long.MAX_VALUE, 3);
    assertThat(page)
        .extracting(one -> one.key().day())
        .containsExactly(DAY.plusDays(3), DAY.plusDays(2), DAY.plusDays(1));
    assertThat(statements().list(null, page.get(2).id(), 3))
        .extracting(one -> one.key().day())
        .containsExactly(DAY);
    assertThat(statements().list(StatementState.FAILED, Long.MAX_VALUE, 3)).hasSize(1);
  }

  private void is(LocalDate day, StatementState state) {
    Statement claimed = claimed(day);
    transactions()
        .run(() -> statements().advance(plain(claimed, state, claimed.version(), 1), null));
  }

  private List<Statement> due() {
    return statements().claim(100, HOLD);
  }

  private static Statement full(Statement of) {
    return new Statement(
        of.id(),
        of.key(),
        StatementState.MATCHED,
        of.version(),
        2,
        1,
        new StatementFile("a".repeat(64), 7),
        new StatementTotals(
            3, new BigDecimal("1.00"), new BigDecimal("2.00"), new BigDecimal("-0.12345")),
        4,
        new StatementProgress(StatementWalk.REFUNDS, 99, 5),
        "b".repeat(64),
        "why");
  }
}
