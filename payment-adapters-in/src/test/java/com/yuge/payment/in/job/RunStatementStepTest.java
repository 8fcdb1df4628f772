package com.yuge.payment.in.job;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementStep.Kind;
import com.yuge.payment.in.StatementDesk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A claimed statement goes on from step to step; a long one is given back, for any instance. */
@ExtendWith(OutputCaptureExtension.class)
class RunStatementStepTest {
  private static final LocalDate DAY = LocalDate.parse("2026-02-28");
  private static final Instant PAID = Instant.parse("2026-02-28T04:00:00Z");

  private final StatementDesk desk = new StatementDesk();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private final Statement planned = desk.plan(StatementDesk.MERCHANT, DAY);

  /** A day is compared when those around it are matched. */
  @BeforeEach
  void planTheDayBefore() {
    Statement unused = desk.plan(StatementDesk.MERCHANT, DAY.minusDays(1));
  }

  @Test
  void aDayIsFetchedReadAndMatchedAtOnceAndItsLinesAreCounted() {
    desk.channel.writes(
        DAY, List.of(line(1, aPayNo().value()), line(2, "another's"), line(3, "another's")));

    assertThat(step(Duration.ofMinutes(1)).whenDue(claimed())).isEqualTo(Kind.WAITS);

    assertThat(stored().state()).isEqualTo(StatementState.MATCHED);
    assertThat(lines("own")).isOne();
    assertThat(lines("foreign")).isEqualTo(2);
    assertThat(desk.payments.tags()).containsExactly("STATEMENT_MATCHED");
  }

  @Test
  void whenItsTimeIsUpAnotherInstanceMayGoOn() {
    desk.channel.writes(DAY, List.of());

    assertThat(step(Duration.ZERO).whenDue(claimed())).isEqualTo(Kind.GOES_ON);

    assertThat(stored().state()).isEqualTo(StatementState.FETCHED);
    assertThat(claimed()).isEqualTo(stored());
  }

  @Test
  void aStatementThatTheChannelStillWritesWaits() {
    desk.channel.answers(new StatementAnswer.NotReady());

    assertThat(step(Duration.ofMinutes(1)).whenDue(claimed())).isEqualTo(Kind.WAITS);

    assertThat(stored().state()).isEqualTo(StatementState.WAITING);
    assertThat(desk.channel.asked()).hasSize(1);
  }

  @Test
  void aFailureIsLoggedWithItsReason(CapturedOutput log) {
    desk.channel.writesText(new StatementRequest(desk.channel.sources().get(0), DAY), "cut in two");

    assertThat(step(Duration.ofMinutes(1)).whenDue(claimed())).isEqualTo(Kind.FAILED);

    assertThat(stored().state()).isEqualTo(StatementState.FAILED);
    assertThat(log).contains("The statement MOCK FAKE 2026-02-28 ALL failed: ");
    assertThat(meters.getMeters()).isEmpty();
  }

  @Test
  void aStopEndsALongStepAndAnotherInstanceBeginsItAgain() {
    desk.channel.writes(DAY, List.of());
    RunStatementStep step = step(Duration.ofMinutes(1));
    step.stop();

    assertThat(step.whenDue(claimed())).isEqualTo(Kind.STOPPED);

    assertThat(stored().state()).isEqualTo(StatementState.WAITING);
    assertThat(step(Duration.ofMinutes(1)).whenDue(claimed())).isEqualTo(Kind.WAITS);
    assertThat(stored().state()).isEqualTo(StatementState.MATCHED);
  }

  private RunStatementStep step(Duration slice) {
    return new RunStatementStep(desk.useCases.process(), meters, slice);
  }

  private Statement claimed() {
    return desk.useCases.claim().handle(2).stream()
        .filter(one -> one.id() == planned.id())
        .findFirst()
        .orElseThrow();
  }

  private Statement stored() {
    return desk.now(planned);
  }

  private double lines(String whose) {
    return meters
        .get("payment.statements.lines")
        .tags("channel", "MOCK", "whose", whose)
        .counter()
        .count();
  }

  private static StatementLine line(int number, String payNo) {
    return new StatementLine(
        number,
        payNo,
        "T-" + number,
        null,
        null,
        new BigDecimal("9.90"),
        new BigDecimal("0.05940"),
        false,
        PAID);
  }
}
