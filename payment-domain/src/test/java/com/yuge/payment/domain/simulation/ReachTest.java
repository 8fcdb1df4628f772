package com.yuge.payment.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.simulation.actors.Wiring;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the worlds must come through now and then; without it their silence would mean little. */
class ReachTest {
  private static final int SEEDS = 3_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "Outbox.append(REFUND_LATE_SUCCEEDED"
      })
  void itHappens(String situation) {
    try (Simulation simulation = new Simulation(Wiring::new)) {
      long seed = 1;
      while (seed < SEEDS && !happens(simulation, seed, situation)) {
        seed++;
      }
      assertThat(seed).as("the first seed with: %s", situation).isLessThan(SEEDS);
    }
  }

  private static boolean happens(Simulation simulation, long seed, String situation) {
    return simulation.history(seed).stream().anyMatch(line -> line.contains(situation));
  }
}
