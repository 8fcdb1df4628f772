package com.yuge.payment.app.e2e;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaidOrders.Paid;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.StoredRefunds.Stored;
import com.yuge.payment.app.e2e.StoredRefunds.Sums;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.devstack.LatestDeadlock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many refunds at once, over HTTP: the channel never gives back more than it took. */
public abstract class RefundRaces {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int ROUNDS = 5;

  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final JdbcClient database;
  private final PaymentApi api;
  private final RefundApi refunds;
  private final PaidOrders orders;
  private final StoredRefunds stored;
  private final StoredOrders storedOrders;
  private String deadlockBefore = "";

  protected RefundRaces(PaymentApi api, JdbcClient database, Supplier<String> orderNos) {
    this.database = database;
    this.api = api;
    this.refunds = new RefundApi(api);
    this.orders = new PaidOrders(api, channel, orderNos);
    this.stored = new StoredRefunds(database);
    this.storedOrders = new StoredOrders(database);
  }

  @BeforeEach
  void rememberDeadlock() {
    deadlockBefore = LatestDeadlock.on(database);
  }

  @AfterEach
  void noDeadlock() {
    channel.behave();
    assertThat(LatestDeadlock.on(database)).isEqualTo(deadlockBefore);
  }

  @Test
  void hundredRefundsOfTwoAreThirtyOutOfSixty() throws Exception {
    Paid order = orders.paid("60.00");

    List<Answer> answers = Parallel.run(asks(100, order, "2.00"));

    assertThat(results(answers)).isEqualTo(Map.of("AGREED", 30L, "EXCEEDS", 70L));
    assertGivenBack(order, 30, "60.00");
    awaitOrder(order, "REFUNDED");
  }

  @Test
  void sixtyRefundsOfOneAreFiftyOutOfHundred() throws Exception {
    Paid order = orders.paid("100.00");

    List<Answer> answers = Parallel.run(asks(60, order, "1.00"));

    assertThat(results(answers)).isEqualTo(Map.of("AGREED", 50L, "TOO_MANY", 10L));
    assertGivenBack(order, 50, "50.00");
    awaitOrder(order, "PARTLY_REFUNDED");
  }

  @Test
  void hundredRepeatsAreOneRefundWithHundredEqualAnswers() throws Exception {
    Paid order = orders.paid("60.00");
    Callable<Answer> ask = () -> refunds.askUntilAnswered(order.payNo(), "R1", "2.00");

    List<Answer> first = Parallel.run(nCopies(100, ask));
    assertGivenBack(order, 1, "2.00");
    List<Answer> later = Parallel.run(nCopies(100, ask));

    assertThat(first).hasSize(100).allMatch(answer -> answer.http() == 200);
    assertThat(first.stream().map(answer -> answer.text("refundNo")).distinct()).hasSize(1);
    assertThat(later).hasSize(100).allMatch(answer -> answer.http() == 200);
    assertThat(later.stream().map(Answer::body).distinct()).hasSize(1);
    assertThat(later.get(0).text("refundNo")).isEqualTo(first.get(0).text("refundNo"));
  }

  /** A second payment, of another amount, and the refunds of the first: each goes its own way. */
  @Test
  void refundsAgainstASecondPaymentTouchOnlyTheFirst() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Paid order = orders.paid("10.00");
      String second = channel.pay(order.payNo(), "1.00");
      List<Callable<Answer>> calls = new ArrayList<>(asks(6, order, "2.00"));
      calls.addAll(nCopies(3, () -> api.reconcile(order.payNo())));
      Collections.shuffle(calls);

      List<Answer> answers = Parallel.run(calls);

      assertThat(answers).extracting(Answer::http).isSubsetOf(200, 409, 503);
      assertGivenBack(order, 5, "10.00");
      assertThat(channel.refunded(order.payNo(), second)).isEqualTo("0.00");
      Answer whole = refunds.giveBack(order.payNo(), "second", second, "1.00");
      assertThat(whole.http()).as("%s", whole).isEqualTo(200);
      stored.awaitDecided();
      assertThat(channel.refunded(order.payNo(), second)).isEqualTo("1.00");
      awaitOrder(order, "REFUNDED");
    }
  }

  /** However often it is found, and whoever else wants it, it goes back once and as a whole. */
  @Test
  void lateMoneyAgainstRefundsOfItGoesBackOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Paid order = orders.failedAndPaid("5.00");
      List<Callable<Answer>> calls = new ArrayList<>(asks(4, order, "5.00"));
      calls.addAll(nCopies(4, () -> api.reconcile(order.payNo())));
      calls.addAll(
          nCopies(4, () -> refunds.giveBack(order.payNo(), "late", order.tradeNo(), "5.00")));
      Collections.shuffle(calls);

      List<Answer> answers = Parallel.run(calls);

      assertThat(answers).extracting(Answer::http).isSubsetOf(200, 409, 503);
      assertGivenBack(order, 1, "5.00");
      assertThat(stored.of(order.payNo())).extracting(Stored::origin).containsExactly("AUTO");
      awaitOrder(order, "REFUNDED");
    }
  }

  private List<Callable<Answer>> asks(int count, Paid order, String amount) {
    return IntStream.range(0, count)
        .<Callable<Answer>>mapToObj(
            i -> () -> refunds.askUntilAnswered(order.payNo(), "R-" + i, amount))
        .toList();
  }

  private static Map<String, Long> results(List<Answer> answers) {
    return answers.stream()
        .collect(
            Collectors.groupingBy(
                answer -> answer.http() == 200 ? "AGREED" : answer.text("cause"),
                Collectors.counting()));
  }

  /** In the channel's books, in ours, and in the events; and nothing else. */
  private void assertGivenBack(Paid order, int count, String sum) {
    stored.awaitDecided();
    List<Stored> made =
        stored.of(order.payNo()).stream()
            .filter(refund -> refund.tradeNo().equals(order.tradeNo()))
            .toList();
    assertThat(made).hasSize(count).extracting(Stored::status).containsOnly("SUCCESS");
    assertThat(channel.refunded(order.payNo(), order.tradeNo())).isEqualTo(sum);
    BigDecimal total = new BigDecimal(sum);
    assertThat(stored.sums(order.payNo(), order.tradeNo()))
        .isEqualTo(new Sums(total, total, total, total));
    assertThat(storedOrders.events(order.payNo()).stream().filter("REFUND_SUCCEEDED"::equals))
        .hasSize(count);
  }

  private static void awaitOrder(Paid order, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(TestStack.ONE.orders().status(order.orderNo())).contains(status));
  }
}
