package com.yuge.payment.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the worlds must come through now and then; without it their silence would mean little. */
class ReachTest {
  private static final int SEEDS = 3_000;

  private static final List<String> SITUATIONS =
      List.of(
          "CRASHES",
          "stops",
          "gave back",
          "Conflicting",
          "Refused",
          "waited too long for",
          "COMMIT_LOST",
          "COMMIT_ANSWER_LOST",
          "the store is away",
          "CHANNEL_AWAY",
          "CHANNEL_ANSWER_LOST",
          "the channel is left alone",
          "is DECIDED",
          "is CLOSED",
          "is WAITING",
          "is MISMATCH",
          "is LATE",
          "is UNPAID",
          "is UNKNOWN",
          "refused, paid in the last moment",
          "is closed, nobody can pay it",
          "PaidTrades.addClaim(",
          "Outbox.append(PAYMENT_AMOUNT_DIFFERED",
          "CallbackLog.add(AMOUNT_CONFIRMED)",
          "CallbackLog.add(APPLIED)",
          "CallbackLog.add(LATE_SUCCESS)",
          "CallbackLog.add(MISMATCH)",
          "CallbackLog.add(NO_CHANGE)",
          "CallbackLog.add(SAME_CALLBACK)",
          "CallbackLog.add(SAME_WORD)",
          "CallbackLog.add(BAD_SIGNATURE)",
          "goes down",
          "batch UNSENT refused",
          "batch UNSENT timeout",
          "batch UNSENT no answer",
          "batch UNSENT waited too long for a worker",
          "batch UNACKED",
          "batch FENCED",
          "batch REFUSED",
          "batch BLOCKED",
          "unblocks P",
          "the transaction took too long",
          "partitions {}",
          "at the channel: DONE",
          "at the channel: ACCEPTED",
          "at the channel: ABNORMAL",
          "at the channel: REFUSED",
          "is DONE late",
          "=> SUCCEEDED",
          "=> FAILED",
          "=> LATE_SUCCEEDED",
          "=> MOVED",
          "=> CONTRADICTED",
          "=> UNKNOWN",
          "=> UNCHANGED",
          "REFUNDING -> ABNORMAL",
          "ABNORMAL -> SUCCESS",
          "ABNORMAL -> FAILED",
          "paid too late",
          "by li: out of stock",
          "cause=EXCEEDS",
          "cause=DIFFERENT",
          "cause=AMOUNT_UNKNOWN",
          "cause=RESOLVED",
          "changed=true",
          "Resolution[kind=DECIDED",
          "Resolution[kind=RESOLVED",
          "Resolution[kind=UNDECIDED",
          "Resolution[kind=NOT_DUE",
          "CallbackLog.add(CHECK_DUE)",
          "CallbackLog.add(CONTRADICTION)",
          "Outbox.append(REFUND_SUCCEEDED",
          "Outbox.append(REFUND_FAILED",
          "Outbox.append(REFUND_LATE_SUCCEEDED");

  @Test
  void eachSituationHappens() {
    Set<String> missing = new HashSet<>(SITUATIONS);
    try (Simulation simulation = new Simulation(Wiring::new)) {
      for (long seed = 1; seed < SEEDS && !missing.isEmpty(); seed++) {
        List<String> history = simulation.history(seed);
        missing.removeIf(situation -> history.stream().anyMatch(line -> line.contains(situation)));
      }
    }
    assertThat(missing).as("in none of %d worlds", SEEDS).isEmpty();
  }
}
