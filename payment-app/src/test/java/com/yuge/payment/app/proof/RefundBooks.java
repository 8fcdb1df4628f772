package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaidOrders.Paid;
import com.yuge.payment.app.e2e.StoredRefunds;
import com.yuge.payment.app.e2e.StoredRefunds.Stored;
import com.yuge.payment.app.e2e.StoredRefunds.Sums;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Compares the channel's books with ours, and our events with what the order-service consumed. */
record RefundBooks(JdbcClient jdbc, MockChannelClient channel) {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Set<String> OPEN = Set.of("PROCESSING", "ABNORMAL");

  /** The channel decides what is still open there. */
  void settle(Paid order) {
    booked(order).stream()
        .filter(refund -> OPEN.contains(refund.path("status").asString()))
        .forEach(refund -> channel.decideRefund(refund.path("refundNo").asString(), "SUCCESS"));
  }

  void requireEqual(Paid order) {
    List<Stored> ours = new StoredRefunds(jdbc).of(order.payNo());
    assertThat(numbers(booked(order), "SUCCESS")).isEqualTo(numbersOf(ours, "SUCCESS"));
    // What failed was closed by the channel, or never asked for.
    assertThat(numbersOf(ours, "FAILED")).containsAll(numbers(booked(order), "CLOSED"));
    Sums sums = new StoredRefunds(jdbc).sums(order.payNo(), order.tradeNo());
    assertThat(sums.held()).isEqualTo(sums.done());
    assertThat(sums.heldByRefunds()).isEqualTo(sums.held());
    assertThat(sums.doneByRefunds()).isEqualTo(sums.done());
    assertThat(channel.refunded(order.payNo(), order.tradeNo()))
        .isEqualTo(sums.done().toPlainString());
  }

  /** One event of each outcome, and all of them consumed, each once. */
  void requireTold(Paid order) {
    List<Stored> ours = new StoredRefunds(jdbc).of(order.payNo());
    assertThat(events(order, "REFUND_SUCCEEDED")).hasSameSizeAs(numbersOf(ours, "SUCCESS"));
    assertThat(events(order, "REFUND_FAILED")).hasSameSizeAs(numbersOf(ours, "FAILED"));
    int all = events(order, "%").size();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(TestStack.ONE.orders().timesConsumed(order.orderNo())).isEqualTo(all));
  }

  private List<String> events(Paid order, String tag) {
    return jdbc.sql("SELECT event_id FROM t_outbox_event WHERE aggregate_key = ? AND tag LIKE ?")
        .params(order.payNo(), tag)
        .query(String.class)
        .list();
  }

  private List<JsonNode> booked(Paid order) {
    return channel.seen(order.payNo()).path("refunds").valueStream().toList();
  }

  private static Set<String> numbers(List<JsonNode> booked, String status) {
    return booked.stream()
        .filter(refund -> refund.path("status").asString().equals(status))
        .map(refund -> refund.path("refundNo").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> numbersOf(List<Stored> ours, String status) {
    return ours.stream()
        .filter(refund -> refund.status().equals(status))
        .map(Stored::refundNo)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
