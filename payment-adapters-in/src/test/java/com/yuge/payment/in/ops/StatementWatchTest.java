package com.yuge.payment.in.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.in.StatementDesk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Open discrepancies are counted and logged, and the age of the oldest unmatched day. */
@ExtendWith(OutputCaptureExtension.class)
class StatementWatchTest {
  private static final LocalDate YESTERDAY = LocalDate.parse("2026-02-28");

  private final StatementDesk desk = new StatementDesk();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final StatementWatch watch =
      new StatementWatch(desk.useCases.inspect(), desk.payments.clock);

  @RegisterExtension final LoggedFromInfo logged = new LoggedFromInfo(StatementWatch.class);

  @BeforeEach
  void begin() {
    watch.bindTo(meters);
  }

  @Test
  void openDiscrepanciesAreCountedByTheirTypeAndLoggedOnce(CapturedOutput log) {
    Discrepancy found =
        desk.find(
            plan(),
            new Difference(DiscrepancyType.SHORT_CASH, "T-1", 1, null, null, "9.80", "9.90"));

    watch.refresh();
    watch.refresh();

    assertThat(open(DiscrepancyType.SHORT_CASH)).isOne();
    assertThat(open(DiscrepancyType.OVER_CASH)).isZero();
    assertThat(log.getAll().split("and the books differ: \\{SHORT_CASH=1}", -1)).hasSize(2);

    OperatorReason reason = new OperatorReason("li", "mended");
    assertThat(
            desk.discrepancies.resolve(found.id(), Resolution.ACCEPTED, reason, PayOrderBook.NOW))
        .isTrue();
    watch.refresh();
    assertThat(open(DiscrepancyType.SHORT_CASH)).isZero();
    assertThat(log).contains("No discrepancy is open any more");
  }

  @Test
  void theAgeIsThatOfTheOldestDayThatIsNotMatched() {
    watch.refresh();
    assertThat(age()).as("nothing is planned").isZero();

    Statement unused = plan();
    watch.refresh();
    assertThat(age()).isOne();

    desk.payments.clock.advance(Duration.ofDays(2));
    watch.refresh();
    assertThat(age()).isEqualTo(3);
  }

  @Test
  void whatCannotBeReadIsNotKnown() {
    desk.payments.watch.breaks(
        "Discrepancies.countOpen", new StoreUnavailable("away", new Exception("test")));

    watch.refresh();

    assertThat(age()).isNaN();
    assertThat(open(DiscrepancyType.SHORT_CASH)).isNaN();
  }

  private Statement plan() {
    return desk.plan(StatementDesk.MERCHANT, YESTERDAY);
  }

  private double open(DiscrepancyType type) {
    return meters.get("payment.statements.open").tag("type", type.name()).gauge().value();
  }

  private double age() {
    return meters.get("payment.statements.age.days").gauge().value();
  }
}
