package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.statement.StatementWorld.DAY;
import static com.yuge.payment.domain.statement.StatementWorld.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.order.PayOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Line by line beside our books; a chunk has two lines. */
class MatchStatementTest {
  private final StatementWorld world = new StatementWorld();
  private final PayOrder order = world.books.paid("T1");

  @Test
  void eachRunIsToldOnceWhenAllItsLinesAreCompared() {
    world.writes(DAY, lines(1, 5));

    world.threeDays();
    assertThat(matched()).extracting(StatementMatched::run).containsExactly(1);
    assertThat(world.operate.fetchAgain(world.of(DAY).id(), REASON)).isPresent();
    world.work();

    assertThat(matched()).extracting(StatementMatched::run).containsExactly(1, 2);
    assertThat(matched())
        .allSatisfy(
            event ->
                assertThat(event)
                    .returns(4, StatementMatched::discrepancies)
                    .returns(5, told -> told.totals().lines()));
    assertThat(matched()).extracting(StatementMatched::eventId).doesNotHaveDuplicates();
  }

  private List<StatementMatched> matched() {
    return world.store.events().stream()
        .filter(StatementMatched.class::isInstance)
        .map(StatementMatched.class::cast)
        .filter(event -> event.statement().day().equals(DAY))
        .toList();
  }

  /** The first is the payment, each other one is a discrepancy. */
  private StatementLine[] lines(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> world.books.line(number, order, "T" + number))
        .toArray(StatementLine[]::new);
  }

  @Test
  void payersComeFirstBetweenTwoChunks() {
    StatementWorld other = new StatementWorld();
    other.writes(DAY);
    other.work();
    other.morningAfter(1);
    world.writes(DAY, lines(1, 10));
    world.work();

    world.morningAfter(1);

    int chunks = 10 / StatementWorld.SETTINGS.chunk();
    assertThat(world.of(DAY).state()).isEqualTo(StatementState.MATCHED);
    assertThat(world.pauses).as("read, and compared").isEqualTo(other.pauses + 2 * chunks);
  }

  @Test
  void aStatementThatDiffersAsAWholeFails() {
    int most = StatementWorld.SETTINGS.mostDiscrepancies();
    world.writes(DAY, lines(1, most + 9));
    world.work();

    world.morningAfter(1);

    assertThat(world.of(DAY))
        .returns(StatementState.FAILED, Statement::state)
        .returns("more than 20 discrepancies", Statement::failure);
    assertThat(world.found()).hasSizeBetween(most + 1, most + StatementWorld.SETTINGS.chunk());
    assertThat(matched()).isEmpty();
    world.morningAfter(2);
    assertThat(world.of(DAY).state()).isEqualTo(StatementState.FAILED);
  }

  @Test
  void asManyAsAreAllowedAreNoFailure() {
    world.writes(DAY, lines(1, 1 + StatementWorld.SETTINGS.mostDiscrepancies()));

    world.threeDays();

    assertThat(world.of(DAY).state()).isEqualTo(StatementState.MATCHED);
  }

  @Test
  void whoLosesTheStatementMeanwhileRecordsNothing() {
    world.writes(DAY, lines(1, 5));
    world.at(DAY.plusDays(1), "10:00");
    Statement lost = parsed();
    world.clock.advance(StatementWorld.SETTINGS.hold());
    Statement ours = claimed();

    assertThat(world.process.handle(lost).kind()).isEqualTo(StatementStep.Kind.LOST);
    assertThat(world.found()).isEmpty();

    assertThat(world.work(ours).next().state()).isEqualTo(StatementState.MATCHED);
    assertThat(world.found()).hasSize(4);
  }

  private Statement parsed() {
    Statement statement = claimed();
    while (statement.state() != StatementState.PARSED) {
      statement = world.process.handle(statement).next();
    }
    return statement;
  }

  private Statement claimed() {
    return world.claim.handle(10).stream()
        .filter(one -> one.key().day().equals(DAY))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aServiceThatStopsHandsTheStatementOverBetweenTwoChunks() {
    world.writes(DAY, lines(1, 5));
    world.at(DAY.plusDays(1), "10:00");
    StatementStep step = world.process.handle(parsed());
    assertThat(step.next()).returns(2L, Statement::row);

    world.process.handOver(step.next());
    world.process.handOver(step.next());
    Statement claimed = claimed();

    assertThat(claimed).returns(2L, Statement::row);
    world.process.handOver(step.next()); // It was lost; whoever has it goes on.
    assertThat(world.work(claimed).next().state()).isEqualTo(StatementState.MATCHED);
    assertThat(matched()).hasSize(1);
  }
}
