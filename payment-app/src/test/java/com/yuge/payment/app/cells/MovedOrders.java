package com.yuge.payment.app.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaidOrders;
import com.yuge.payment.app.e2e.PaidOrders.Paid;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.RefundApi;
import com.yuge.payment.app.e2e.StoredRefunds;
import com.yuge.payment.app.e2e.StoredRefunds.Sums;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.channelfakes.mock.RefundFaults;
import com.yuge.payment.channelfakes.mock.RefundFaults.OfRefund;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of a slot, each at another point of its life while the slot moves. */
final class MovedOrders {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final String AMOUNT = "5.00";
  private static final Sums ALL_BACK = sums("5.00");
  private static final Sums PART_BACK = sums("2.00");

  private static final List<String> TABLES =
      List.of("t_pay_order", "t_pay_trade", "t_pay_refund", "t_pay_callback_log");

  private final PaymentApi api;
  private final RefundApi refunds;
  private final MockChannelClient channel;
  private final String created;
  private final String opened;
  private final Paid paid;
  private final Paid refunding;
  private final String refundNo;
  private final Answer paidBefore;

  MovedOrders(PaymentApi api, MockChannelClient channel, Supplier<String> orderNos) {
    this.api = api;
    this.refunds = new RefundApi(api);
    this.channel = channel;
    this.created = create(orderNos.get());
    this.opened = create(orderNos.get());
    assertThat(api.pay(opened).http()).isEqualTo(200);
    PaidOrders orders = new PaidOrders(api, channel, orderNos);
    this.paid = orders.paid(AMOUNT);
    assertThat(refunds.ask(paid.payNo(), "before", "2.00").http()).isEqualTo(200);
    this.refunding = orders.paid(AMOUNT);
    channel.spoil(refunding.payNo(), Faults.ofRefunds(RefundFaults.of(OfRefund.SLOW)));
    this.refundNo = refunds.ask(refunding.payNo(), "slow", "2.00").text("refundNo");
    awaitRefunded(paid.payNo(), 1);
    this.paidBefore = api.find(paid.payNo());
  }

  /** The one that is partly refunded before the move. */
  Paid paid() {
    return paid;
  }

  private String create(String orderNo) {
    TestStack.ONE.orders().reserve(orderNo, new BigDecimal(AMOUNT));
    return api.create(orderNo, AMOUNT).text("payNo");
  }

  private void awaitRefunded(String payNo, long count) {
    await()
        .atMost(SOON)
        .until(
            () ->
                refunds.of(payNo).stream()
                        .filter(refund -> refund.path("status").asString().equals("SUCCESS"))
                        .count()
                    == count);
  }

  /** What callers and the channel do after the move. The channel knows the old cell's address. */
  void payAndRefund() {
    assertThat(api.find(paid.payNo()).body()).isEqualTo(paidBefore.body());
    Map<String, String> callback = api.signedCallback(created, "SUCCESS", "T", "nonce-1");
    assertThat(api.callback(callback).text("result")).isEqualTo("PROCESSED");
    String unused = channel.pressPay(opened);
    await().atMost(SOON).until(() -> api.find(opened).text("status").equals("SUCCESS"));
    channel.decideRefund(refundNo, "SUCCESS");
    awaitRefunded(refunding.payNo(), 1);
    assertThat(refunds.askUntilAnswered(paid.payNo(), "after", "3.00").http()).isEqualTo(200);
    awaitRefunded(paid.payNo(), 2);
    assertThat(refunds.ask(paid.payNo(), "more", "0.01").text("cause")).isEqualTo("EXCEEDS");
  }

  /** Ours and the channel's, and the order-service has heard of it. */
  void requireBooksEqual(Cells cells) {
    List.of(created, opened, paid.payNo(), refunding.payNo())
        .forEach(payNo -> requireOnlyInB(cells, payNo));
    StoredRefunds stored = new StoredRefunds(cells.b.jdbc());
    assertThat(stored.sums(paid.payNo(), paid.tradeNo())).isEqualTo(ALL_BACK);
    assertThat(channel.refunded(paid.payNo(), paid.tradeNo())).isEqualTo("5.00");
    assertThat(stored.sums(refunding.payNo(), refunding.tradeNo())).isEqualTo(PART_BACK);
    assertThat(channel.refunded(refunding.payNo(), refunding.tradeNo())).isEqualTo("2.00");
    awaitOrder(paid.orderNo(), "REFUNDED");
    awaitOrder(refunding.orderNo(), "PARTLY_REFUNDED");
  }

  private static void awaitOrder(String orderNo, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(TestStack.ONE.orders().status(orderNo)).contains(status));
  }

  static void requireOnlyInB(Cells cells, String payNo) {
    assertThat(count(cells.b.jdbc(), "t_pay_order", payNo)).isOne();
    assertThat(TABLES).allMatch(table -> count(cells.a.jdbc(), table, payNo) == 0);
  }

  private static int count(JdbcClient jdbc, String table, String payNo) {
    return jdbc.sql("SELECT COUNT(*) FROM %s WHERE pay_no = ?".formatted(table))
        .param(payNo)
        .query(Integer.class)
        .single();
  }

  private static Sums sums(String amount) {
    BigDecimal sum = new BigDecimal(amount);
    return new Sums(sum, sum, sum, sum);
  }
}
