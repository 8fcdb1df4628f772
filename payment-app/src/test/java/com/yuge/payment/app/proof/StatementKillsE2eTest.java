package com.yuge.payment.app.proof;

import static com.yuge.payment.app.e2e.ManyPayments.payNo;
import static com.yuge.payment.app.e2e.ManyPayments.refundNo;
import static com.yuge.payment.app.e2e.ManyPayments.tradeNo;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.ManyPayments;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.app.proof.StatementRow.Now;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementWalk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service is killed in each phase of a statement; in the end it has found the same. */
@Tag("slow")
class StatementKillsE2eTest {
  private static final int ROUNDS = ProofScale.LONG ? 5 : 1;
  private static final int PAYMENTS = 200;
  private static final int REFUNDS = 100;

  /** Of this many, one differs. */
  private static final int EACH = 20;

  private static final Duration WORK = Duration.ofMinutes(3);
  private static final BigDecimal HALF = new BigDecimal("0.50");

  private final LocalDate day = ManyPayments.latestComparable();
  private final ServiceDatabase database = TestStack.ONE.createDatabase("proof_statement_kills");
  private final StatementRow statement = new StatementRow(database.jdbc(), day);
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final ServiceLives lives = new ServiceLives(arguments());
  private final Set<String> planted = new HashSet<>();

  @AfterEach
  void end() {
    channel.plant();
    channel.behave();
    lives.close();
  }

  /** A transaction for each line and a pause after it, so that no phase is over unseen. */
  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add("--payment.statements.scan-interval=100ms");
    arguments.add("--payment.statements.retry=100ms");
    arguments.add("--payment.statements.chunk=1");
    arguments.add("--payment.statements.pause=10ms");
    arguments.add("--payment.statements.queries.enabled=false");
    arguments.add("--payment.audit.enabled=false");
    return arguments;
  }

  @Test
  void whereverItDiesTheSameIsFound() throws Exception {
    assertThat(lives.api()).as("started, so that the tables are there").isNotNull();
    new ManyPayments(database.jdbc(), day).add(PAYMENTS, REFUNDS);
    channel.plant(lines().toArray(ExtraLine[]::new));
    for (int round = 0; round < ROUNDS; round++) {
      dieInEachPhase();
      assertThat(statement.discrepancies()).isEqualTo(planted);
    }
    System.out.printf("%d kills, %d discrepancies%n", lives.lives() - 1, planted.size());
  }

  private void dieInEachPhase() {
    channel.spoilAll(
        Faults.ofAnswers(Faults.OfAnswer.NONE, Faults.Call.STATEMENT_FILE).delayed(2000));
    statement.begin();
    phases().forEach(this::dieIn);
    await(now -> now.walk() == StatementWalk.DONE);
  }

  /** In short before a file is there, and while it and our books are read; all when asked. */
  private List<Predicate<Now>> phases() {
    Predicate<Now> fetching = now -> now.state() == StatementState.WAITING && now.version() > 0;
    Predicate<Now> parsing = now -> now.state() == StatementState.FETCHED && statement.hasLines();
    Predicate<Now> matching = now -> now.state() == StatementState.PARSED && now.row() > 0;
    Predicate<Now> payments = now -> isAt(now, StatementWalk.PAYMENTS);
    Predicate<Now> refunds = now -> isAt(now, StatementWalk.REFUNDS);
    return ProofScale.LONG
        ? List.of(fetching, parsing, matching, payments, refunds)
        : List.of(fetching, parsing, payments);
  }

  private static boolean isAt(Now now, StatementWalk walk) {
    return now.state() == StatementState.MATCHED && now.walk() == walk && now.row() > 0;
  }

  private void dieIn(Predicate<Now> phase) {
    await(phase);
    lives.killAndRestart(
        () -> {
          channel.behave();
          Now left = statement.now().orElseThrow();
          assertThat(phase.test(left)).as("killed in this phase: %s", left).isTrue();
          statement.holdsEnd();
        });
  }

  private void await(Predicate<Now> phase) {
    ServiceProcess.quickly().atMost(WORK).until(() -> statement.now().filter(phase).isPresent());
  }

  /** Most are as our books have them. */
  private List<ExtraLine> lines() {
    Instant noon = day.atTime(12, 0).atZone(ManyPayments.SHOP).toInstant();
    List<ExtraLine> lines = new ArrayList<>();
    for (int i = 0; i < PAYMENTS; i++) {
      payment(i, noon, lines);
    }
    for (int i = 0; i < REFUNDS; i++) {
      refund(i, noon, lines);
    }
    return lines;
  }

  private void payment(int i, Instant at, List<ExtraLine> lines) {
    ExtraLine line = ExtraLine.payment(payNo(i), tradeNo(i), BigDecimal.ONE, at);
    switch (i % EACH) {
      case 1 -> found("BANK_MISS", tradeNo(i));
      case 2 -> {
        lines.add(ExtraLine.payment(payNo(i), tradeNo(i), BigDecimal.TEN, at));
        found("SHORT_CASH", tradeNo(i));
      }
      case 3 -> {
        lines.add(line);
        lines.add(ExtraLine.payment(payNo(PAYMENTS + i), "UNKNOWN_" + i, BigDecimal.ONE, at));
        found("PLATFORM_MISS", "UNKNOWN_" + i);
      }
      case 4 -> {
        lines.add(line);
        lines.add(line);
        found("DUPLICATE_LINE", tradeNo(i));
      }
      default -> lines.add(line);
    }
  }

  private void refund(int i, Instant at, List<ExtraLine> lines) {
    if (i % EACH == 5) {
      found("REFUND_MISS", refundNo(i));
    } else {
      lines.add(new ExtraLine(payNo(i), tradeNo(i), refundNo(i), HALF, at));
    }
  }

  private void found(String type, String subject) {
    planted.add(type + " " + subject + " OPEN");
  }
}
