package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static com.yuge.payment.domain.fixtures.StatementBook.HOLD;
import static com.yuge.payment.domain.fixtures.StatementBook.NOON;
import static com.yuge.payment.domain.fixtures.StatementBook.REASON;
import static com.yuge.payment.domain.fixtures.StatementBook.difference;
import static com.yuge.payment.domain.fixtures.StatementBook.line;
import static com.yuge.payment.domain.fixtures.StatementBook.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.yuge.payment.domain.fixtures.StatementBook;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Discrepancies;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.Discrepancy.State;
import com.yuge.payment.domain.statement.DiscrepancyChange;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementLines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Discrepancies} holds to. */
public abstract class DiscrepanciesContract extends StatementsBench {
  private static final DiscrepancyFilter ALL = new DiscrepancyFilter(null, null, null, null);
  private static final Instant LATER = NOON.plusSeconds(60);

  protected abstract Discrepancies discrepancies();

  protected abstract StatementLines lines();

  @Test
  void whatIsFoundTwiceIsThereOnce() {
    Statement first = claimed(DAY);
    Statement second = claimed(DAY.plusDays(1));
    Difference fee = new Difference(DiscrepancyType.FEE, "T1", 7, "P1", null, "1.00", "费2.00");
    Difference missing =
        new Difference(DiscrepancyType.REFUND_MISS, "R1", null, "P1", "R1", "1.00", "nothing");
    record(first, NOON, fee, missing, fee);

    record(second, LATER, missing, fee);

    assertThat(all())
        .extracting(
            Discrepancy::difference,
            Discrepancy::statementId,
            Discrepancy::firstSeen,
            Discrepancy::lastSeen)
        .containsExactlyInAnyOrder(
            tuple(fee, first.id(), NOON, LATER), tuple(missing, first.id(), NOON, LATER));
  }

  @Test
  void whatIsResolvedStaysSoWhenItIsSeenAgain() {
    Statement statement = claimed(DAY);
    record(statement, NOON, difference(DiscrepancyType.FEE, "T1"));
    assertThat(resolve(Resolution.ACCEPTED)).isTrue();

    record(statement, LATER, difference(DiscrepancyType.FEE, "T1"));

    assertThat(one())
        .returns(State.RESOLVED, Discrepancy::state)
        .returns(LATER, Discrepancy::lastSeen)
        .returns(
            new Discrepancy.Resolved(Resolution.ACCEPTED, REASON, NOON), Discrepancy::resolved);
  }

  @Test
  void manyAreRecordedAtOnce() {
    Difference[] many =
        IntStream.range(0, 2500)
            .mapToObj(i -> difference(DiscrepancyType.PLATFORM_MISS, "T" + i))
            .toArray(Difference[]::new);

    record(claimed(DAY), NOON, many);

    assertThat(discrepancies().countOpen(3000))
        .isEqualTo(Map.of(DiscrepancyType.PLATFORM_MISS, 2500));
    assertThat(discrepancies().countOpen(2000))
        .isEqualTo(Map.of(DiscrepancyType.PLATFORM_MISS, 2000));
  }

  @Test
  void onlyWhatAQueryMaySettleIsDueAndOneInstanceGetsIt() {
    record(
        claimed(DAY),
        NOON,
        difference(DiscrepancyType.FEE, "T1"),
        difference(DiscrepancyType.SHORT_STATUS, "T1"));

    List<Discrepancy> due = discrepancies().claim(10, HOLD);

    assertThat(due)
        .extracting(one -> one.difference().type())
        .containsExactly(DiscrepancyType.SHORT_STATUS);
    assertThat(discrepancies().claim(10, HOLD)).isEmpty();
    discrepancies().queried(due.get(0), Duration.ZERO);
    assertThat(discrepancies().claim(10, HOLD)).extracting(Discrepancy::queries).containsExactly(1);
    discrepancies().queried(due.get(0), null);
    assertThat(discrepancies().claim(10, Duration.ZERO)).isEmpty();
    assertThat(discrepancies().find(due.get(0).id()).orElseThrow().queries()).isEqualTo(2);
  }

  @Test
  void eachResolutionAndEachReopeningIsInTheHistory() {
    record(claimed(DAY), NOON, difference(DiscrepancyType.SHORT_STATUS, "T1"));
    Discrepancy due = discrepancies().claim(1, HOLD).get(0);
    discrepancies().queried(due, null);
    assertThat(discrepancies().reopen(due.id(), REASON, NOON)).isFalse();

    assertThat(resolve(Resolution.WRITTEN_OFF)).isTrue();
    assertThat(resolve(Resolution.ACCEPTED)).isFalse();
    assertThat(discrepancies().claim(1, HOLD)).isEmpty();
    assertThat(discrepancies().reopen(due.id(), REASON, LATER)).isTrue();

    assertThat(discrepancies().changes(due.id()))
        .containsExactly(
            new DiscrepancyChange(Resolution.WRITTEN_OFF, REASON, NOON),
            new DiscrepancyChange(null, REASON, LATER));
    assertThat(discrepancies().claim(1, HOLD)).containsExactly(one());
    assertThat(one()).returns(State.OPEN, Discrepancy::state).returns(0, Discrepancy::queries);
  }

  @Test
  void aReopenedOneThatNoQuerySettlesIsNotDue() {
    record(claimed(DAY), NOON, difference(DiscrepancyType.FEE, "T1"));
    assertThat(resolve(Resolution.ACCEPTED)).isTrue();

    assertThat(discrepancies().reopen(one().id(), REASON, NOON)).isTrue();

    assertThat(discrepancies().claim(1, HOLD)).isEmpty();
  }

  @Test
  void whatWasMissingIsResolvedWhenALaterFileListsIt() {
    Statement statement = claimed(DAY);
    StatementBook.add(
        transactions(),
        lines(),
        statement,
        payment(1, "P1", "T1"),
        line(2, "P2", "T2", "R2"),
        payment(3, "P3", "T3"),
        line(4, "P4", "T4", "R4"));
    record(
        statement,
        NOON,
        difference(DiscrepancyType.BANK_MISS, "T1"),
        difference(DiscrepancyType.REFUND_MISS, "R2"),
        difference(DiscrepancyType.BANK_MISS, "T2"), // its line is a refund's
        difference(DiscrepancyType.BANK_MISS, "T3"), // not of these lines
        difference(DiscrepancyType.FEE, "T1"));

    foundIn(statement, 1, 2);
    foundIn(statement, 1, 2);

    List<Discrepancy> resolved =
        discrepancies().list(new DiscrepancyFilter(State.RESOLVED, null, null, null), 0, 10);
    assertThat(resolved)
        .extracting(one -> one.difference().subject())
        .containsExactlyInAnyOrder("T1", "R2");
    assertThat(resolved)
        .extracting(Discrepancy::resolved)
        .containsOnly(new Discrepancy.Resolved(Resolution.LATER_FILE, REASON, NOON));
    assertThat(discrepancies().changes(resolved.get(0).id())).hasSize(1);
  }

  private void foundIn(Statement statement, int first, int last) {
    transactions().run(() -> discrepancies().foundIn(statement, first, last, REASON, NOON));
  }

  @Test
  void aFileThatCameResolvesOnlyWhatIsOfItself() {
    Statement statement = claimed(DAY);
    Statement other = claimed(DAY.plusDays(1));
    record(statement, NOON, difference(DiscrepancyType.FILE_MISSING, statement.key().subject()));
    record(other, NOON, difference(DiscrepancyType.FILE_MISSING, other.key().subject()));

    discrepancies().fileCame(statement, DiscrepancyType.TOTALS, REASON, NOON);
    discrepancies().fileCame(statement, DiscrepancyType.FILE_MISSING, REASON, NOON);

    assertThat(all()).extracting(Discrepancy::state).containsExactly(State.RESOLVED, State.OPEN);
  }

  @Test
  void aListIsFilteredAndPaged() {
    Statement statement = claimed(DAY);
    record(
        statement,
        NOON,
        difference(DiscrepancyType.BANK_MISS, "T1"),
        difference(DiscrepancyType.BANK_MISS, "T2"),
        difference(DiscrepancyType.FEE, "T3"));
    long first = all().get(0).id();

    assertThat(discrepancies().list(ALL, first, 1)).hasSize(1);
    assertThat(discrepancies().list(ALL, first, 9)).hasSize(2);
    assertThat(list(new DiscrepancyFilter(State.OPEN, DiscrepancyType.FEE, null, null))).hasSize(1);
    assertThat(list(new DiscrepancyFilter(State.RESOLVED, null, null, null))).isEmpty();
    assertThat(list(new DiscrepancyFilter(null, null, TestChannels.MOCK, "PT2"))).hasSize(1);
    assertThat(list(new DiscrepancyFilter(State.OPEN, null, null, "PT4"))).isEmpty();
  }

  @Test
  void recordingNeedsATransaction() {
    Statement statement = claimed(DAY);

    assertThatThrownBy(() -> discrepancies().record(statement, List.of(), NOON))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> discrepancies().foundIn(statement, 1, 2, REASON, NOON))
        .isInstanceOf(IllegalStateException.class);
  }

  private void record(Statement statement, Instant at, Difference... found) {
    transactions().run(() -> discrepancies().record(statement, List.of(found), at));
  }

  private boolean resolve(Resolution resolution) {
    return discrepancies().resolve(one().id(), resolution, REASON, NOON);
  }

  private Discrepancy one() {
    assertThat(all()).hasSize(1);
    return all().get(0);
  }

  private List<Discrepancy> all() {
    return list(ALL);
  }

  private List<Discrepancy> list(DiscrepancyFilter filter) {
    return discrepancies().list(filter, 0, 10);
  }
}
