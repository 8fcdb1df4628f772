package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.statement.StatementWorld.DAY;
import static com.yuge.payment.domain.statement.StatementWorld.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.InvalidValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators may change, and what they see. */
class OperateStatementsTest {
  private final StatementWorld world = new StatementWorld();
  private final PayOrder order = world.books.paid("T1");
  private final InspectStatements inspect = world.useCases.inspect();

  @Test
  void nothingResolvedOpensAgainWhenAStatementIsFetchedAgain() {
    differ();
    Discrepancy cash = world.the(DiscrepancyType.OVER_CASH);
    assertThat(world.operate.resolve(cash.id(), Resolution.WRITTEN_OFF, REASON)).isTrue();

    fetchAgain();

    assertThat(world.of(DAY)).returns(2, Statement::run);
    assertThat(world.found())
        .containsExactlyInAnyOrder("OVER_CASH T1 WRITTEN_OFF", "DUPLICATE_LINE T1");
    assertThat(inspect.changes(cash.id())).hasSize(1);
  }

  @Test
  void whatIsOpenedAgainKeepsItsHistoryAndIsAskedAgain() {
    differ();
    Discrepancy cash = world.the(DiscrepancyType.OVER_CASH);
    assertThat(world.operate.reopen(cash.id(), REASON)).isFalse();
    assertThat(world.operate.resolve(cash.id(), Resolution.ACCEPTED, REASON)).isTrue();
    assertThat(world.operate.resolve(cash.id(), Resolution.REFUNDED, REASON)).isFalse();

    assertThat(world.operate.reopen(cash.id(), REASON)).isTrue();
    fetchAgain();

    assertThat(world.the(DiscrepancyType.OVER_CASH)).returns(null, Discrepancy::resolved);
    assertThat(inspect.changes(cash.id()))
        .extracting(DiscrepancyChange::resolution)
        .containsExactly(Resolution.ACCEPTED, null);
    assertThat(world.useCases.check().claim(9))
        .extracting(Discrepancy::id)
        .containsExactly(cash.id());
  }

  private void differ() {
    world.writes(
        DAY, world.books.line(1, order, "T1", "99.98"), world.books.line(2, order, "T1", "99.98"));
    world.threeDays();
    assertThat(world.found()).containsExactlyInAnyOrder("OVER_CASH T1", "DUPLICATE_LINE T1");
  }

  private void fetchAgain() {
    assertThat(world.operate.fetchAgain(world.of(DAY).id(), REASON)).isPresent();
    world.work();
  }

  @Test
  void aRequestTakesTheStatementFromWhoeverHasIt() {
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.at(DAY.plusDays(1), "10:00");
    Statement held =
        world.claim.handle(9).stream().filter(this::isOfTheDay).findFirst().orElseThrow();

    assertThat(world.operate.fetchAgain(held.id(), REASON)).isPresent();

    assertThat(world.process.handle(held).kind()).isEqualTo(StatementStep.Kind.LOST);
    world.work();
    assertThat(world.of(DAY)).returns(StatementState.MATCHED, Statement::state);
  }

  private boolean isOfTheDay(Statement statement) {
    return statement.key().day().equals(DAY);
  }

  @Test
  void whatIsNotThereIsNotFetched() {
    assertThat(world.operate.fetchAgain(-1, REASON)).isEmpty();
  }

  /** Its neighbours' lines are not kept for so long, so that much would seem to be missing. */
  @Test
  void anOldDayIsNotFetchedAgain() {
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.threeDays();
    Statement before = world.of(DAY);
    world.at(DAY.plusDays(34), "00:00");

    assertThatThrownBy(() -> world.operate.fetchAgain(before.id(), REASON))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("day");
              assertThat(refused.rule()).isEqualTo("statement-day");
            });
    assertThat(world.of(DAY)).isEqualTo(before);
  }

  @Test
  void aDayThatIsJustNotTooOldIsFetchedAndComparedAgain() {
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.threeDays();
    world.at(DAY.plusDays(33), "10:00");
    world.work();

    fetchAgain();

    assertThat(world.of(DAY))
        .returns(2, Statement::run)
        .returns(StatementWalk.DONE, Statement::walk)
        .returns(null, Statement::failure);
    assertThat(world.found()).isEmpty();
  }

  @Test
  void theStateTellsWhatIsOpenAndHowLongStatementsHaveWaited() {
    assertThat(inspect.state()).isEqualTo(new InspectStatements.State(Map.of(), Map.of()));
    differ();
    PayOrder unused = world.books.paid("T9");
    world.morningAfter(4);
    world.at(DAY.plusDays(6), "10:00");

    InspectStatements.State state = inspect.state();

    assertThat(state.open())
        .isEqualTo(
            Map.of(
                DiscrepancyType.OVER_CASH, 1,
                DiscrepancyType.DUPLICATE_LINE, 1,
                DiscrepancyType.FILE_MISSING, 1));
    assertThat(state.oldest()).isEqualTo(3);
  }

  @Test
  void aPageHasBounds() {
    DiscrepancyFilter all = new DiscrepancyFilter(null, null, null, null);
    for (int limit : new int[] {0, -1, 1001}) {
      assertThatThrownBy(() -> inspect.list(null, 1, limit)).isInstanceOf(InvalidValue.class);
      assertThatThrownBy(() -> inspect.discrepancies(all, 0, limit))
          .isInstanceOf(InvalidValue.class);
    }
    differ();
    assertThat(inspect.discrepancies(all, 0, 1)).hasSize(1);
    assertThat(inspect.list(StatementState.MATCHED, Long.MAX_VALUE, 1000)).hasSize(1);
    assertThat(inspect.find(world.of(DAY).id())).isPresent();
    assertThat(inspect.discrepancy(-1)).isEmpty();
  }
}
