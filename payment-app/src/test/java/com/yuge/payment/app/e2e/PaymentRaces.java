package com.yuge.payment.app.e2e;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.devstack.LatestDeadlock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many at once, over HTTP: one wins, all are answered, nothing deadlocks. */
public abstract class PaymentRaces {
  private static final int ROUNDS = 150;

  private final PaymentApi api;
  private final JdbcClient database;
  private final Supplier<String> orderNos;
  private String deadlockBefore = "";

  protected PaymentRaces(PaymentApi api, JdbcClient database, Supplier<String> orderNos) {
    this.api = api;
    this.database = database;
    this.orderNos = orderNos;
  }

  @BeforeEach
  void rememberDeadlock() {
    deadlockBefore = LatestDeadlock.on(database);
  }

  @AfterEach
  void noDeadlock() {
    assertThat(LatestDeadlock.on(database)).isEqualTo(deadlockBefore);
  }

  @Test
  void hundredIdenticalCreatesMakeOneRowAndHundredEqualAnswers() throws Exception {
    String orderNo = orderNos.get();

    List<Answer> answers = Parallel.run(nCopies(100, () -> api.create(orderNo, "99.99")));

    assertThat(answers).hasSize(100).allMatch(answer -> answer.http() == 200);
    assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
    assertThat(count("t_pay_order", "order_no", orderNo)).isOne();
  }

  @Test
  void fiftyIdenticalCallbacksAreProcessedOnce() throws Exception {
    String payNo = payNo("99.99");
    Map<String, String> callback = api.signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123");

    List<Answer> answers = Parallel.run(nCopies(50, () -> api.callback(callback)));

    assertThat(results(answers)).isEqualTo(Map.of("PROCESSED", 1L, "IGNORED", 49L));
    assertThat(answers).allMatch(answer -> answer.text("currentStatus").equals("SUCCESS"));
    assertThat(count("t_outbox_event", "aggregate_key", payNo)).isOne();
    assertThat(count("t_pay_callback_log", "pay_no", payNo)).as("20 of 49 repeats").isEqualTo(21);
  }

  /** Either may come first; a SUCCESS that comes second is late money and tells so. */
  @Test
  void successAgainstFailureHasOneWinnerEachTime() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String payNo = payNo("5.00");
      Map<String, String> success = api.signedCallback(payNo, "SUCCESS", "MOCK_1", "success");
      Map<String, String> failure = api.signedCallback(payNo, "FAILED", "MOCK_1", "failure");

      List<Answer> answers =
          Parallel.run(List.of(() -> api.callback(success), () -> api.callback(failure)));

      assertOneWinner(payNo, answers.get(0), answers.get(1));
    }
    awaitAllPublished();
  }

  private void assertOneWinner(String payNo, Answer success, Answer failure) {
    assertThat(success.text("result")).isEqualTo("PROCESSED");
    String status = api.find(payNo).text("status");
    if (failure.text("result").equals("PROCESSED")) {
      assertThat(status).isEqualTo("FAILED");
      assertThat(tagsOf(payNo)).containsExactly("PAYMENT_FAILED", "PAYMENT_LATE_SUCCEEDED");
    } else {
      assertThat(failure.text("result")).isEqualTo("IGNORED");
      assertThat(status).isEqualTo("SUCCESS");
      assertThat(tagsOf(payNo)).containsExactly("PAYMENT_SUCCEEDED");
    }
  }

  private void awaitAllPublished() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                database
                        .sql("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key <> ''")
                        .query(Integer.class)
                        .single()
                    == 0);
  }

  private static Map<String, Long> results(List<Answer> answers) {
    return answers.stream()
        .collect(Collectors.groupingBy(answer -> answer.text("result"), Collectors.counting()));
  }

  private int count(String table, String column, String value) {
    return database
        .sql("SELECT COUNT(*) FROM %s WHERE %s = ?".formatted(table, column))
        .param(value)
        .query(Integer.class)
        .single();
  }

  private List<String> tagsOf(String payNo) {
    return database
        .sql("SELECT tag FROM t_outbox_event WHERE aggregate_key = ? ORDER BY id")
        .param(payNo)
        .query(String.class)
        .list();
  }

  /** Of an order that the order-service has: an event of another would be an alert. */
  private String payNo(String amount) {
    String orderNo = orderNos.get();
    TestStack.ONE.orders().reserve(orderNo, new BigDecimal(amount));
    return api.create(orderNo, amount).text("payNo");
  }
}
