package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.statement.StatementWorld.DAY;
import static com.yuge.payment.domain.statement.StatementWorld.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.order.PayOrder;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What of a file is kept, and what becomes of one that is no statement. */
class ParseStatementTest {
  private static final String TOTALS = "TOTALS FAKE " + DAY + " ALL";

  private final StatementWorld world = new StatementWorld();
  private final PayOrder order = world.books.paid("T1");

  @Test
  void linesOfOthersAreCountedOnly() {
    world.writes(
        DAY,
        world.books.line(1, order, "T1"),
        world.books.line(2, "shop-7", "T2", null, PRICE.amount()),
        world.books.line(3, "PAY7", "T3", "R3", PRICE.amount()));

    world.threeDays();

    Statement statement = world.of(DAY);
    assertThat(statement).returns(2, Statement::foreignLines);
    assertThat(statement.totals())
        .isEqualTo(
            new StatementTotals(
                3, new BigDecimal("199.98"), PRICE.amount(), new BigDecimal("0.60")));
    assertThat(lines()).isOne();
    assertThat(world.found()).isEmpty();
  }

  @Test
  void anUnreadableFileIsFetchedAgainAfterAPause() {
    String whole = "totals,0,0,0,0";
    writesText("cut");
    world.work();
    world.morningAfter(1);
    assertThat(world.of(DAY))
        .returns(StatementState.WAITING, Statement::state)
        .returns(1, Statement::attempts);
    assertThat(world.of(DAY).failure()).startsWith("TRUNCATED");

    writesText(whole);
    world.at(DAY.plusDays(1), "10:30");
    world.work();

    assertThat(world.of(DAY))
        .returns(StatementState.MATCHED, Statement::state)
        .returns(null, Statement::failure);
  }

  @Test
  void afterSomeUnreadableFilesAnOperatorIsNeeded() {
    writesText("cut");
    world.work();

    world.morningAfter(1);
    world.at(DAY.plusDays(1), "11:00");
    world.work();
    assertThat(world.of(DAY).attempts()).isEqualTo(2);
    world.at(DAY.plusDays(1), "12:00");
    world.work();

    assertThat(world.of(DAY).state()).isEqualTo(StatementState.FAILED);
    assertThat(world.channel.asked()).filteredOn(one -> one.day().equals(DAY)).hasSize(3);
    world.morningAfter(2);
    assertThat(world.channel.asked()).filteredOn(one -> one.day().equals(DAY)).hasSize(3);

    world.writes(DAY, world.books.line(1, order, "T1"));
    assertThat(world.operate.fetchAgain(world.of(DAY).id(), REASON)).isPresent();
    world.work();
    assertThat(world.of(DAY).state()).isEqualTo(StatementState.MATCHED);
    assertThat(world.found()).isEmpty();
  }

  @Test
  void wrongTotalsAreADiscrepancyUntilAWholeFileComes() {
    PayOrder other = world.books.paid("T2");
    world.writes(DAY, world.books.line(1, order, "T1"), world.books.line(2, other, "T2"));
    String whole = world.channel.text(request());
    writesText(whole.replace("totals,2", "totals,3"));
    world.work();

    world.morningAfter(1);
    assertThat(world.found()).containsExactly(TOTALS);
    assertThat(lines()).as("nothing of an unreadable file is kept").isZero();
    writesText(whole);
    world.at(DAY.plusDays(1), "10:30");
    world.work();

    assertThat(world.found()).containsExactly(TOTALS + " LATER_FILE");
    assertThat(lines()).isEqualTo(2);
  }

  @Test
  void theLinesOfAnEarlierRunAreReplaced() {
    PayOrder other = world.books.paid("T2");
    world.writes(DAY, world.books.line(1, order, "T1"), world.books.line(2, other, "T2"));
    world.threeDays();
    assertThat(lines()).isEqualTo(2);

    world.writes(DAY, world.books.line(3, other, "T2"));
    assertThat(world.operate.fetchAgain(world.of(DAY).id(), REASON)).isPresent();
    world.work();

    assertThat(lines()).isOne();
    assertThat(world.found()).hasSize(2).contains("BANK_MISS T1");
    assertThat(world.the(DiscrepancyType.FILE_CHANGED)).isNotNull();
  }

  private void writesText(String text) {
    world.channel.writesText(request(), text);
  }

  private StatementRequest request() {
    return new StatementRequest(Objects.requireNonNull(world.channel.sources().get(0)), DAY);
  }

  private int lines() {
    return world.ports.books().lines(world.of(DAY), 0, 99).size();
  }
}
