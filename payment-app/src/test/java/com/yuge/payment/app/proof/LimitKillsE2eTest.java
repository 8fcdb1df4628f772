package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.app.proof.LimitBooks.Day;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The service is killed at random moments while payments with limits open, succeed, fail and close;
 * each counts as long as it is open or paid, and not longer.
 */
@Tag("slow")
class LimitKillsE2eTest {
  private static final int KILLS = ProofScale.LONG ? 25 : 1;
  private static final int PAYERS = 4;
  private static final int LEAST_BETWEEN_KILLS = 30;
  private static final int MOST_BETWEEN_KILLS = 60;
  private static final Duration WORK = Duration.ofMinutes(2);

  private final ServiceDatabase database = TestStack.ONE.createDatabase("proof_limit_kills");
  private final ServiceLives lives = new ServiceLives(database.arguments());
  private final LimitBooks books = new LimitBooks(database.jdbc());

  @AfterEach
  void end() {
    lives.close();
  }

  @Test
  void whatIsUsedIsTheSumOfWhatIsReserved() throws Exception {
    assertThat(lives.api()).as("started, so that the tables are there").isNotNull();
    books.limit("USER", "15.00", 1);
    books.limit("MERCHANT", "100000.00", 4);
    long seed = new Random().nextLong();
    System.out.println("seed of the moments: " + seed);
    LimitLoad load = LimitLoad.start(PAYERS, lives, books);
    try (load) {
      killAtRandom(new Random(seed), load);
    }
    List<Day> whileOpen = books.requireEqual();
    books.awaitClosed();

    List<Day> days = books.requireEqual();

    assertThat(days).hasSameSizeAs(whileOpen).extracting(Day::scope).contains("USER", "MERCHANT");
    assertThat(load.refused()).isPositive();
    assertThat(books.count("status = 'CLOSED'")).isPositive();
    System.out.printf(
        "%d kills, %d payments, %d refused; %d FAILED, %d CLOSED, %d SUCCESS, %d PAYING%n",
        KILLS,
        load.begun(),
        load.refused(),
        books.count("status = 'FAILED'"),
        books.count("status = 'CLOSED'"),
        books.count("status = 'SUCCESS'"),
        books.count("status = 'PAYING'"));
  }

  private void killAtRandom(Random random, LimitLoad load) {
    for (int kill = 0; kill < KILLS; kill++) {
      awaitPayments(load, random);
      lives.killAndRestart();
    }
    awaitPayments(load, random);
  }

  private static void awaitPayments(LimitLoad load, Random random) {
    int until =
        load.begun()
            + LEAST_BETWEEN_KILLS
            + random.nextInt(MOST_BETWEEN_KILLS - LEAST_BETWEEN_KILLS);
    ServiceProcess.quickly().atMost(WORK).until(() -> load.begun() >= until);
  }
}
