package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.statement.StatementWorld.DAY;
import static com.yuge.payment.domain.statement.StatementWorld.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Wherever the process dies, whoever goes on finds the same. */
class CrashedStatementsTest {
  private static final String REFUND = "REF" + "0".repeat(27);

  private static final List<String> DIFFERENT =
      List.of(
          "OVER_CASH T2",
          "SHORT_STATUS T3",
          "PLATFORM_MISS T4",
          "FEE T4",
          "DUPLICATE_LINE T1",
          "REFUND_UNKNOWN " + REFUND + "01",
          "BANK_MISS T5",
          "BANK_MISS T7",
          "REFUND_MISS " + REFUND + "02");

  @Test
  void aCrashAnywhereChangesNothing() {
    List<String> whole = rows(new StatementWorld(), new Crash(Integer.MAX_VALUE));
    assertThat(whole).containsAll(DIFFERENT).contains("BANK_MISS T6 LATER_FILE");

    int points = 0;
    Crash crash;
    do {
      points++;
      crash = new Crash(points);
      assertThat(rows(new StatementWorld(crash), crash)).as("point " + points).isEqualTo(whole);
    } while (crash.isOver());

    assertThat(points).isGreaterThan(500);
  }

  private static List<String> rows(StatementWorld world, Crash crash) {
    trade(world);
    go(world, crash, world::work);
    for (int day = 1; day <= 5; day++) {
      world.at(DAY.plusDays(day), "10:00");
      go(world, crash, world::work);
      world.at(DAY.plusDays(day), "11:00");
      go(world, crash, world::work);
    }
    go(world, crash, () -> fetchAgain(world));
    go(world, crash, world::work);
    assertThat(world.all().filter(one -> one.key().day().equals(DAY)))
        .singleElement()
        .returns(StatementWalk.DONE, Statement::walk);
    return Stream.concat(world.found().stream(), states(world)).sorted().toList();
  }

  /** Another instance goes on when the hold of the dead one ends. */
  private static void go(StatementWorld world, Crash crash, Runnable work) {
    boolean wasOver = crash.isOver();
    try {
      crash.during(work);
    } catch (Crash.Died died) {
      assertThat(wasOver).isFalse();
      world.clock.advance(StatementWorld.SETTINGS.hold());
      crash.during(work);
    }
  }

  /** Once; an operator who got no answer looks first. */
  private static void fetchAgain(StatementWorld world) {
    Statement statement = world.of(DAY);
    if (statement.run() == 1) {
      assertThat(world.operate.fetchAgain(statement.id(), REASON)).isPresent();
    }
  }

  private static Stream<String> states(StatementWorld world) {
    return Stream.concat(
        world
            .all()
            .map(
                one ->
                    String.join(
                        " ",
                        one.key().day().toString(),
                        one.state().name(),
                        one.walk().name(),
                        "run " + one.run(),
                        "own " + world.ports.books().lines(one, 0, 99).size(),
                        "foreign " + one.foreignLines(),
                        "differ " + one.progress().discrepancies())),
        world.store.events().stream()
            .filter(StatementMatched.class::isInstance)
            .map(StatementMatched.class::cast)
            .map(
                event ->
                    String.join(
                        " ",
                        "event",
                        event.statement().subject(),
                        "run " + event.run(),
                        "differ " + event.discrepancies())));
  }

  private static void trade(StatementWorld world) {
    PayOrder right = world.books.paid("T1");
    PayOrder less = world.books.paid("T2");
    PayOrder ended = world.payments.given(closed(aPayOrder()));
    PayOrder unlisted = world.books.paid("T5");
    PayOrder late = world.books.paid("T6");
    PayOrder foreign = world.books.paid("T7");
    Refund refund = world.books.refunded(unlisted, "T5", REFUND + "02");
    assertThat(List.of(foreign.id(), refund.id())).doesNotContain(0L);
    world.writes(
        DAY,
        world.books.line(1, right, "T1"),
        world.books.line(2, less, "T2", "99.98"),
        world.books.line(3, ended, "T3"),
        strange(4),
        world.books.line(5, right, "T1"),
        world.books.refundLine(6, right, "T1", REFUND + "01"),
        world.books.line(7, "a-number-of-another-shop", "T7", null, PRICE.amount()));
    world.writes(DAY.plusDays(4), world.books.line(1, late, "T6"));
  }

  /** Of a number that we never gave out, and with another fee. */
  private static StatementLine strange(int number) {
    return new StatementLine(
        number,
        aPayNo().value(),
        "T4",
        null,
        null,
        PRICE.amount(),
        new BigDecimal("0.90"),
        false,
        DAY.atTime(12, 0).toInstant(ZoneOffset.ofHours(8)));
  }
}
