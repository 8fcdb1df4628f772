package com.yuge.payment.in.job;

import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.statement.ProcessStatement;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementStep;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Works on a statement for a slice of time. Then any instance may continue. */
class RunStatementStep {
  /** After this time no further step begins, so that a stop does not wait long. */
  static final Duration SLICE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(RunStatementStep.class);

  private final ProcessStatement process;
  private final MeterRegistry meters;
  private final Duration slice;

  RunStatementStep(ProcessStatement process, MeterRegistry meters, Duration slice) {
    this.process = process;
    this.meters = meters;
    this.slice = slice;
  }

  StatementStep.Kind whenDue(Statement claimed) {
    long begun = System.nanoTime();
    StatementStep step = next(claimed);
    while (step.goesOn() && System.nanoTime() - begun < slice.toNanos()) {
      step = next(step.next());
    }
    if (step.goesOn() || step.kind() == StatementStep.Kind.STOPPED) {
      process.handOver(step.next());
    }
    return step.kind();
  }

  private StatementStep next(Statement statement) {
    StatementStep step = process.handle(statement);
    Statement next = step.next();
    if (step.kind() == StatementStep.Kind.FAILED) {
      log.warn("The statement {} failed: {}", next.key(), next.failure());
    } else if (statement.state() != StatementState.MATCHED
        && next.state() == StatementState.MATCHED) {
      log.info(
          "The statement {} is matched: {}, {} foreign",
          next.key(),
          next.totals(),
          next.foreignLines());
      count(next);
    }
    return step;
  }

  private void count(Statement matched) {
    StatementTotals totals = matched.totals();
    if (totals != null) {
      String channel = matched.key().channel().name();
      lines(channel, "own").increment(totals.lines() - (double) matched.foreignLines());
      lines(channel, "foreign").increment(matched.foreignLines());
    }
  }

  private Counter lines(String channel, String whose) {
    return meters.counter("payment.statements.lines", "channel", channel, "whose", whose);
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    process.stop();
  }
}
