package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.devstack.DatabaseServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Without its database the service says so, and takes up where it was. */
class DatabaseAwayE2eTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final PaymentApi api = RunningService.ONE.api();
  private final DatabaseServer database = TestStack.ONE.servers().database();

  @Test
  void everyCallIsAnswered503AndMayBeRepeatedOnceTheDatabaseIsBack() throws Exception {
    String orderNo = UUID.randomUUID().toString().replace("-", "");
    String payNo = api.create(orderNo, "7.00").text("payNo");
    Map<String, String> callback = api.signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123");

    database.stop();
    try {
      // At once, because each waits for a connection as long as its pool lets it.
      Parallel.run(
              List.<Callable<Answer>>of(
                  () -> api.create(orderNo, "7.00"),
                  () -> api.find(payNo),
                  () -> api.callback(callback)))
          .forEach(DatabaseAwayE2eTest::assertAway);
    } finally {
      database.start();
    }

    assertThat(repeated(() -> api.find(payNo)).text("status")).isEqualTo("INIT");
    assertThat(repeated(() -> api.callback(callback)).text("result")).isEqualTo("PROCESSED");
    assertThat(api.callback(callback).text("result")).isEqualTo("IGNORED");
    await().atMost(SOON).until(() -> pending(payNo) == 0);
  }

  /** Each of the service's pools takes its own time to see that the database is back. */
  private static Answer repeated(Callable<Answer> call) {
    return PaymentApi.untilAnswered(SOON, call);
  }

  private static void assertAway(Answer answer) {
    assertThat(answer.http()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("B0503");
  }

  private static int pending(String payNo) {
    return RunningService.ONE
        .database()
        .sql("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key = ?")
        .param(payNo)
        .query(Integer.class)
        .single();
  }
}
