package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.statement.StatementWorld.DAY;
import static com.yuge.payment.domain.statement.StatementWorld.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.fakes.FakeStatements;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A file comes, or not; and what that means beside our books. */
class FetchStatementTest {
  private static final String MISSING = "FILE_MISSING FAKE " + DAY + " ALL";
  private static final String REFUND = "REF" + "0".repeat(29);

  private final StatementWorld world = new StatementWorld();

  @Test
  void aStatementThatIsStillWrittenIsWaitedFor() {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.work();
    world.channel.answers(new StatementAnswer.NotReady(), FakeStatements.AWAY);

    world.morningAfter(1);
    assertState(StatementState.WAITING);
    world.at(DAY.plusDays(1), "10:29");
    world.work();
    assertThat(world.channel.asked()).filteredOn(one -> one.day().equals(DAY)).hasSize(1);
    world.at(DAY.plusDays(1), "10:30");
    world.work();
    assertState(StatementState.WAITING);
    world.at(DAY.plusDays(1), "11:00");
    world.work();

    assertState(StatementState.MATCHED);
    assertThat(world.found()).isEmpty();
  }

  @Test
  void aDayOfWhichNobodyKnowsMoneyIsEmpty() {
    world.work();

    world.morningAfter(1);

    assertState(StatementState.EMPTY);
    assertThat(world.found()).isEmpty();
  }

  @Test
  void aFileThatIsMissingIsFoundAndResolvedWhenItComes() {
    PayOrder order = world.books.paid("T1");
    world.work();

    world.morningAfter(1);
    assertState(StatementState.WAITING);
    assertThat(world.found()).containsExactly(MISSING);

    world.writes(DAY, world.books.line(1, order, "T1"));
    world.at(DAY.plusDays(1), "10:30");
    world.work();

    assertState(StatementState.MATCHED);
    assertThat(world.found()).containsExactly(MISSING + " LATER_FILE");
    assertThat(world.ports.discrepancies().changes(world.the(DiscrepancyType.FILE_MISSING).id()))
        .extracting(change -> change.reason().by())
        .containsExactly("statements");
  }

  /** It may have been accepted a minute before midnight, and be of the day before. */
  @Test
  void aRefundAloneIsNoEvidenceOfAMissingFile() {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.work();
    world.at(DAY.plusDays(1), "00:01");
    Refund refund = world.books.refunded(order, "T1", REFUND);

    world.morningAfter(1);
    world.morningAfter(2);
    assertThat(world.of(DAY.plusDays(1)).state()).isEqualTo(StatementState.WAITING);
    world.at(DAY.plusDays(3), "00:01");
    world.work();

    assertThat(world.of(DAY.plusDays(1)).state()).isEqualTo(StatementState.EMPTY);
    assertThat(world.found()).isEmpty();
    assertThat(refund.isUndecided()).isTrue();
  }

  @Test
  void aFileWithARefundAloneThatComesLateIsRead() {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.work();
    world.at(DAY.plusDays(1), "12:00");
    Refund refund = world.books.refunded(order, "T1", REFUND);
    StatementLine line = world.books.refundLine(1, order, "T1", refund.refundNo().value());
    world.morningAfter(2);

    world.writes(DAY.plusDays(1), line);
    world.at(DAY.plusDays(2), "10:30");
    world.work();

    assertThat(world.of(DAY.plusDays(1)).state()).isEqualTo(StatementState.MATCHED);
    assertThat(world.found()).isEmpty();
  }

  @Test
  void aPaymentThatTheChannelDoesNotDateIsNoEvidenceEither() {
    PayOrder unused = world.books.paidUndated("T1");
    world.work();

    world.morningAfter(1);
    assertState(StatementState.WAITING);
    world.morningAfter(2);

    assertState(StatementState.EMPTY);
    assertThat(world.found()).isEmpty();
  }

  /** Payments are in the first kind of a merchant's statements. */
  @Test
  void anotherKindMayBeEmpty() {
    StatementSource main = world.channel.sources().get(0);
    world.channel.has(
        main,
        new StatementSource(
            main.merchant(), "RECHARGE_REFUND", LocalTime.of(9, 0), Set.of(), null));
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));

    world.threeDays();

    assertThat(world.all())
        .filteredOn(one -> one.key().kind().equals("RECHARGE_REFUND"))
        .hasSizeGreaterThan(3)
        .allMatch(one -> one.state() == StatementState.EMPTY);
    assertThat(world.found()).isEmpty();
    assertThat(world.all())
        .filteredOn(one -> one.key().day().equals(DAY))
        .hasSize(2)
        .allMatch(one -> one.walk() == StatementWalk.DONE);
  }

  @Test
  void theSameFileAgainIsNothingNew() {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.threeDays();

    fetchAgain();

    assertThat(world.of(DAY)).returns(2, Statement::run);
    assertState(StatementState.MATCHED);
    assertThat(world.found()).isEmpty();
  }

  @Test
  void anotherFileForAMatchedDayIsADiscrepancy() {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.threeDays();
    String before = sha256();

    world.writes(DAY, world.books.line(1, order, "T1"), world.books.line(2, order, "T1"));
    fetchAgain();

    assertState(StatementState.MATCHED);
    assertThat(world.found())
        .containsExactlyInAnyOrder(
            "FILE_CHANGED FAKE " + DAY + " ALL " + sha256().substring(0, 12), "DUPLICATE_LINE T1");
    assertThat(world.the(DiscrepancyType.FILE_CHANGED).difference())
        .returns(before, Difference::ours)
        .returns(sha256(), Difference::theirs);

    fetchAgain();
    assertThat(world.found()).hasSize(2);

    world.writes(DAY, world.books.line(1, order, "T1"));
    fetchAgain();
    assertThat(world.found()).hasSize(3);
  }

  private void fetchAgain() {
    assertThat(world.operate.fetchAgain(world.of(DAY).id(), REASON)).isPresent();
    world.work();
  }

  @Test
  void whoLosesTheStatementMeanwhileStops() {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.at(DAY.plusDays(1), "10:00");
    Statement lost = claimed();
    world.clock.advance(StatementWorld.SETTINGS.hold());
    Statement ours = claimed();

    assertThat(world.process.handle(lost).kind()).isEqualTo(StatementStep.Kind.LOST);

    assertThat(world.of(DAY)).isEqualTo(ours);
    assertThat(world.work(ours).next().state()).isEqualTo(StatementState.MATCHED);
  }

  @Test
  void aStepEndsWhenTheServiceStopsAndAnyInstanceGoesOnAtOnce() {
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.at(DAY.plusDays(1), "10:00");
    Statement claimed = claimed();
    world.process.stop();

    StatementStep step = world.process.handle(claimed);
    assertThat(step.kind()).isEqualTo(StatementStep.Kind.STOPPED);
    world.process.handOver(step.next());

    assertThat(claimed().version()).isEqualTo(claimed.version() + 1);
  }

  private Statement claimed() {
    return world.claim.handle(10).stream()
        .filter(one -> one.key().day().equals(DAY))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheChannelServesNoMoreHasFailed() {
    PayOrder unused = world.books.paid("T1");
    world.work();
    world.morningAfter(1);
    world.clock.advance(Duration.ofDays(91));

    world.work();

    assertThat(world.of(DAY))
        .returns(StatementState.FAILED, Statement::state)
        .returns("the channel no longer serves it", Statement::failure);
  }

  private String sha256() {
    return Objects.requireNonNull(world.of(DAY).file()).sha256();
  }

  private void assertState(StatementState state) {
    assertThat(world.of(DAY).state()).isEqualTo(state);
  }

  /** The statement of a merchant whom nobody configures any more waits for who does. */
  @Test
  void withoutItsSourceAStatementWaits() {
    StatementSource source = world.channel.sources().get(0);
    PayOrder order = world.books.paid("T1");
    world.writes(DAY, world.books.line(1, order, "T1"));
    world.channel.answers(new StatementAnswer.NoStatement(), new StatementAnswer.NoStatement());
    world.work();
    world.at(DAY.plusDays(1), "10:00");
    List<Statement> claimed = world.claim.handle(10);
    world.channel.has();

    claimed.forEach(
        one -> assertThat(world.process.handle(one).kind()).isEqualTo(StatementStep.Kind.WAITS));
    world.channel.has(source);
    world.at(DAY.plusDays(1), "10:30");
    world.work();

    assertState(StatementState.MATCHED);
  }
}
