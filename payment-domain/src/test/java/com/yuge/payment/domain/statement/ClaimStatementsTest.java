package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.statement.StatementWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which days have a statement, and whose it is. The channel has it at nine. */
class ClaimStatementsTest {
  private final StatementWorld world = new StatementWorld();

  @Test
  void itBeginsWithTwoDays() {
    assertThat(claimed()).containsExactly(DAY.minusDays(2), DAY.minusDays(1));
    assertThat(claimed()).isEmpty();
  }

  @Test
  void aDayIsPlannedWhenItsStatementCanBeThere() {
    world.work();

    world.at(DAY.plusDays(1), "08:59");
    assertThat(claimed()).doesNotContain(DAY);
    world.at(DAY.plusDays(1), "09:00");

    assertThat(claimed()).contains(DAY);
  }

  @Test
  void afterAnOutageTheMissedDaysArePlanned() {
    world.work();
    world.at(DAY.plusDays(5), "10:00");

    world.work();

    assertThat(world.all().map(one -> one.key().day()))
        .hasSize(7)
        .contains(DAY, DAY.plusDays(2), DAY.plusDays(4));
  }

  @Test
  void whatTheChannelServesNoMoreIsNotPlanned() {
    world.work();
    world.at(DAY.plusDays(200), "10:00");

    world.work();

    List<LocalDate> days = world.all().map(one -> one.key().day()).toList();
    assertThat(days)
        .hasSize(2 + 89)
        .contains(DAY.plusDays(199), DAY.plusDays(199 - 88))
        .doesNotContain(DAY.plusDays(199 - 89));
    assertThat(world.all()).noneMatch(one -> one.state() == StatementState.FAILED);
  }

  @Test
  void aClaimedOneIsAnotherInstancesOnlyWhenTheHoldEnds() {
    List<Statement> first = world.claim.handle(1);
    List<Statement> second = world.claim.handle(9);

    assertThat(first).hasSize(1);
    assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);

    world.clock.advance(StatementWorld.SETTINGS.hold());
    assertThat(world.claim.handle(9)).hasSize(2).allMatch(one -> one.version() == 2);
  }

  private List<LocalDate> claimed() {
    return world.claim.handle(100).stream().map(one -> one.key().day()).sorted().toList();
  }
}
