package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.statement.StatementWorld.DAY;
import static com.yuge.payment.domain.statement.StatementWorld.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our books have of a day, beside all statements around it. */
class CompareDayTest {
  private static final String REFUND = "REF" + "0".repeat(29);

  private final StatementWorld world = new StatementWorld();

  @Test
  void aDayIsComparedWhenItsTwoLaterStatementsAreThere() {
    PayOrder unused = world.books.paid("T1");
    world.writes(DAY);
    world.work();
    world.dayAfter(1);
    world.dayAfter(2);
    world.channel.answers(new StatementAnswer.NotReady(), new StatementAnswer.NotReady());

    world.dayAfter(3);
    assertThat(world.found()).isEmpty();
    assertThat(world.of(DAY)).returns(StatementWalk.PAYMENTS, Statement::walk);
    world.at(DAY.plusDays(3), "11:30");
    world.work();
    world.at(DAY.plusDays(3), "12:00");
    world.work();

    assertThat(world.found()).containsExactly("BANK_MISS T1");
    assertThat(world.the(DiscrepancyType.BANK_MISS).difference())
        .returns(null, Difference::line)
        .returns("99.99", Difference::ours);
    assertThat(world.of(DAY)).returns(true, Statement::isCompared);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 2})
  void aStatementOfADayNearbyMayListIt(int daysLater) {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY);
    world.writes(DAY.plusDays(daysLater), world.books.line(1, order, "T1"));

    world.threeDays();

    assertThat(world.found()).isEmpty();
    assertThat(world.of(DAY)).returns(StatementWalk.DONE, Statement::walk);
  }

  /** Our clock and the channel's differ, and the channel does not say when it was paid. */
  @ParameterizedTest
  @ValueSource(ints = {-5, -1, 0, 1, 5})
  void aClockThatIsWrongAtMidnightIsNoDiscrepancy(int minutes) {
    Instant midnight = DAY.plusDays(1).atStartOfDay(world.clock.getZone()).toInstant();
    Instant heard = midnight.plus(Duration.ofMinutes(minutes));
    PayOrder before = world.books.paid("T1", null, heard);
    PayOrder after = world.books.paid("T2", null, heard);
    Refund refundBefore = world.books.refund(before, "T1", REFUND, heard);
    world.writes(
        DAY,
        world.books.line(1, before, "T1"),
        world.books.refundLine(2, before, "T1", refundBefore.refundNo().value()));
    world.writes(DAY.plusDays(1), world.books.line(1, after, "T2"));

    world.threeDays();
    world.dayAfter(4);

    assertThat(world.found()).isEmpty();
    assertThat(world.of(DAY.plusDays(1))).returns(StatementWalk.DONE, Statement::walk);
  }

  /** What we heard just after midnight may be in a statement that nobody fetched. */
  @Test
  void theFirstDayOfAllIsNotCompared() {
    LocalDate first = DAY.minusDays(2);
    Instant morning = first.atTime(0, 2).atZone(world.clock.getZone()).toInstant();
    PayOrder unused = world.books.paid("T1", null, morning);
    unused = world.books.paid("T2", null, morning.plus(Duration.ofDays(1)));

    world.threeDays();

    assertThat(world.of(first))
        .returns(StatementWalk.DONE, Statement::walk)
        .returns(false, Statement::isCompared);
    assertThat(world.found()).containsExactly("BANK_MISS T2");
  }

  @Test
  void aDayWaitsForTheDayBefore() {
    Instant before = world.clock.instant().minus(Duration.ofDays(1));
    PayOrder missing = world.books.paid("T0", before, before);
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));

    world.threeDays();
    assertThat(world.of(DAY)).returns(StatementWalk.PAYMENTS, Statement::walk);
    world.writes(DAY.minusDays(1), world.books.line(1, missing, "T0"));
    world.at(DAY.plusDays(3), "11:30");
    world.work();
    world.at(DAY.plusDays(3), "12:00");
    world.work();

    assertThat(world.of(DAY)).returns(StatementWalk.DONE, Statement::walk);
    assertThat(world.found()).containsExactly("FILE_MISSING FAKE 2026-02-28 ALL LATER_FILE");
  }

  @Test
  void whatWasMissingIsResolvedByALaterFile() {
    PayOrder order = world.books.paid("T1");
    Refund refund = world.books.refunded(order, "T1", REFUND);
    world.writes(DAY);
    world.threeDays();
    assertThat(world.found()).containsExactly("BANK_MISS T1", "REFUND_MISS " + REFUND);

    world.writes(
        DAY.plusDays(3),
        world.books.line(1, order, "T1"),
        world.books.refundLine(2, order, "T1", refund.refundNo().value()));
    world.dayAfter(4);

    assertThat(world.found())
        .containsExactly("BANK_MISS T1 LATER_FILE", "REFUND_MISS " + REFUND + " LATER_FILE");
  }

  /** An operator has another statement fetched again, and its lines are being replaced. */
  @Test
  void linesThatAreReplacedMeanwhileAreNotMissing() {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY);
    world.writes(DAY.plusDays(1), world.books.line(1, order, "T1"));
    world.work();
    world.dayAfter(1);
    world.dayAfter(2);
    world.morningAfter(3);
    world.beforeComparison(
        () -> {
          Statement listing = world.of(DAY.plusDays(1));
          assertThat(world.operate.fetchAgain(listing.id(), REASON)).isPresent();
          assertThat(world.ports.lines().remove(listing, 9)).isOne();
        });

    world.at(DAY.plusDays(3), "11:00");
    world.work();
    assertThat(world.of(DAY)).returns(StatementWalk.PAYMENTS, Statement::walk);
    world.at(DAY.plusDays(3), "11:30");
    world.work();

    assertThat(world.of(DAY)).returns(StatementWalk.DONE, Statement::walk);
    assertThat(world.found()).isEmpty();
  }

  @Test
  void aDayThatDiffersAsAWholeFails() {
    int most = StatementWorld.SETTINGS.mostDiscrepancies();
    IntStream.rangeClosed(1, most + 9)
        .forEach(n -> assertThat(world.books.paid("T" + n)).isNotNull());
    world.writes(DAY);

    world.threeDays();

    assertThat(world.of(DAY))
        .returns(StatementState.FAILED, Statement::state)
        .returns("more than 20 discrepancies", Statement::failure);
    assertThat(world.found()).hasSizeBetween(most + 1, most + StatementWorld.SETTINGS.chunk());
  }

  /** The lines of the days before are gone by then, so that everything would be missing. */
  @Test
  void aDayWhoseLaterStatementsNeverComeIsNotComparedInTheEnd() {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY);
    world.work();
    world.at(DAY.plusDays(2), "12:00");
    PayOrder missing = world.books.paid("T2");
    world.work();
    world.at(DAY.plusDays(33), "23:00");
    world.work();
    assertThat(world.of(DAY)).returns(StatementWalk.PAYMENTS, Statement::walk);

    world.at(DAY.plusDays(34), "00:00");
    world.work();

    assertThat(world.of(DAY))
        .returns(StatementWalk.DONE, Statement::walk)
        .returns(StatementState.MATCHED, Statement::state);
    assertThat(world.of(DAY).failure()).startsWith("its day was not compared");
    assertThat(world.found()).containsExactly("FILE_MISSING FAKE 2026-03-03 ALL");
    assertThat(order.payNo()).isNotEqualTo(missing.payNo());
  }
}
