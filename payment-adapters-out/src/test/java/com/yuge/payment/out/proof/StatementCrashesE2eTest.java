package com.yuge.payment.out.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.out.proof.CrashingTransactions.Crashed;
import com.yuge.payment.out.proof.Planted.Found;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The process crashes before, in or after each transaction that the work on statements has; what
 * the next one finds is the same.
 */
class StatementCrashesE2eTest {
  /** Seeds of {@link StatementsE2eTest} are below this. A short proof has one channel. */
  private static final int SEED = 501;

  /** At every point when asked, else at some from the first to the last. */
  private static final int CRASHES = Trial.LONG ? Integer.MAX_VALUE : 16;

  @AfterEach
  void crashNoMore() {
    Service.ONE.transactions.count();
  }

  @Test
  void afterEveryCrashTheSameIsFound() {
    SoftAssertions all = new SoftAssertions();
    crashEverywhere(new Trial(Service.ONE, SEED), all);
    all.assertAll();
  }

  private static void crashEverywhere(Trial trial, SoftAssertions all) {
    Service service = Service.ONE;
    trial.trade();
    service.tables.keep();
    service.transactions.crashAt(Integer.MAX_VALUE);
    trial.fetch();
    int points = service.transactions.passed();
    Set<Found> clean = trial.found();
    assertThat(clean).as("%s", trial).isEqualTo(trial.planted()).isNotEmpty();
    int step = Math.max(1, points / CRASHES);
    for (int point = step; point <= points; point += step) {
      all.assertThat(crashed(service, trial, point))
          .as("crashed at %d of %d, %s", point, points, trial)
          .isEqualTo(clean);
    }
    System.out.printf("%d crashes at %d points; %s%n", points / step, points, trial);
  }

  private static Set<Found> crashed(Service service, Trial trial, int point) {
    service.tables.restore();
    trial.rewind();
    boolean crashed = false;
    service.transactions.crashAt(point);
    try {
      trial.fetch();
    } catch (Crashed e) {
      crashed = true;
      service.tables.holdsEnd();
      trial.fetch();
    }
    assertThat(crashed).as("crashed at %d", point).isTrue();
    return trial.found();
  }
}
