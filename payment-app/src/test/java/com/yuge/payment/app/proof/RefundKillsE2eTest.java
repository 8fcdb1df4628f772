package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.PaidOrders.Paid;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.StoredRefunds;
import com.yuge.payment.app.e2e.StoredRefunds.Stored;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The service is killed at random moments while refunds of all kinds run; none is lost or twice.
 */
@Tag("slow")
class RefundKillsE2eTest {
  private static final int KILLS = ProofScale.LONG ? 25 : 1;
  private static final int SHOPS = 4;
  private static final int MOST_BETWEEN_KILLS = 30;
  private static final Duration WORK = Duration.ofMinutes(2);

  private final ServiceDatabase database = TestStack.ONE.createDatabase("proof_refund_kills");
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final StoredRefunds stored = new StoredRefunds(database.jdbc());
  private final RefundBooks books = new RefundBooks(database.jdbc(), channel);
  private final ServiceLives lives = new ServiceLives(arguments());

  @AfterEach
  void end() {
    channel.behave();
    lives.close();
  }

  /** Late money goes back soon, so that the job asks for it while the service is killed. */
  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add("--payment.refund.late.delay=500ms");
    return arguments;
  }

  @Test
  void everyAcceptedRefundIsDecidedAndNoneIsMadeTwice() {
    long seed = new Random().nextLong();
    System.out.println("seed of the moments: " + seed);
    RefundLoad load = RefundLoad.start(SHOPS, lives, channel);
    try (load) {
      killAtRandom(new Random(seed), load);
      awaitRefunds(load, 1);
    }
    channel.behave();
    load.orders().forEach(books::settle);
    stored.awaitDecided();

    requireAccepted(load);
    assertThat(load.orders()).allSatisfy(books::requireEqual).allSatisfy(books::requireTold);
    tell(load);
  }

  private void killAtRandom(Random random, RefundLoad load) {
    for (int kill = 0; kill < KILLS; kill++) {
      int unused = stored.makeUndecidedDue(); // The job is at work too when it is killed.
      awaitRefunds(load, 1 + random.nextInt(MOST_BETWEEN_KILLS));
      lives.killAndRestart();
    }
  }

  private static void awaitRefunds(RefundLoad load, int more) {
    int before = load.count();
    ServiceProcess.quickly().atMost(WORK).until(() -> load.count() >= before + more);
  }

  /** What a caller was told is there under the same number, and nobody was told a number twice. */
  private void requireAccepted(RefundLoad load) {
    Set<String> ours = new HashSet<>();
    for (Paid order : load.orders()) {
      stored.of(order.payNo()).stream().map(Stored::refundNo).forEach(ours::add);
    }
    assertThat(load.accepted().values()).doesNotHaveDuplicates();
    assertThat(ours).containsExactlyInAnyOrderElementsOf(load.accepted().values());
  }

  private void tell(RefundLoad load) {
    Map<String, Integer> ends = new TreeMap<>();
    for (Paid order : load.orders()) {
      stored
          .of(order.payNo())
          .forEach(refund -> ends.merge(refund.origin() + " " + refund.status(), 1, Integer::sum));
    }
    System.out.printf(
        "%d kills, %d orders, %d refunds: %s%n", KILLS, load.orders().size(), load.count(), ends);
  }
}
