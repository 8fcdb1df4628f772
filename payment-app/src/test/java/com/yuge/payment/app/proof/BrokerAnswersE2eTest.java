package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.proof.ScriptedBroker.Answer;
import org.junit.jupiter.api.Test;

/** What a broker may answer but cannot be made to; the client that hears it is the real one. */
class BrokerAnswersE2eTest {
  private static final int ORDERS = 20;
  private static final int FAILURES = 20;

  private final SendLog sends = new SendLog();

  @Test
  void noAnswerUsesUpAttemptsLosesAnythingOrIsAskedForWithoutPause() {
    try (ScriptedBroker broker = new ScriptedBroker();
        RelayService service =
            RelayService.start(ProofEnvironment.on(broker, "proof_answers"), sends)) {
      OutboxRows rows = new OutboxRows(service.jdbc());
      for (Answer answer : Answer.values()) {
        if (answer != Answer.KEPT) {
          hear(answer, broker, service, rows);
        }
      }
      DeliveryReport report = new DeliveryReport(rows.committed(), broker.kept()).requireComplete();
      assertThat(sends.doubtful()).containsAll(report.duplicates());
    }
  }

  private void hear(Answer answer, ScriptedBroker broker, RelayService service, OutboxRows rows) {
    int keptBefore = broker.kept().size();
    int failuresBefore = sends.failures().size();
    broker.answer(answer);
    service.payments().several(ORDERS);
    await().atMost(OutboxRows.SOON).until(() -> broker.failures() >= FAILURES);
    int failed = broker.failures();
    broker.answer(Answer.KEPT);
    rows.awaitNothingWaits();

    assertThat(rows.blocked()).as("blocked after %s", answer).isEmpty();
    var failures = sends.failures().subList(failuresBefore, sends.failures().size());
    assertThat(failures).hasSizeLessThanOrEqualTo(CallBudget.calls(failures));
    System.out.printf(
        "broker answers %-14s %3d times, calls failed %3d (at most %d), duplicates %d%n",
        answer,
        failed,
        failures.size(),
        CallBudget.calls(failures),
        broker.kept().size() - keptBefore - 2 * ORDERS);
  }
}
