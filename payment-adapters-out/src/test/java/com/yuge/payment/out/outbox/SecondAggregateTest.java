package com.yuge.payment.out.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.outbox.operations.BlockedAggregate;
import com.yuge.payment.domain.outbox.operations.WaitingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.out.jdbc.OutboxOperators;
import com.yuge.payment.out.jdbc.OutboxTables;
import com.yuge.payment.out.jdbc.Shipments;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that are of no pay order go through the same engine, which has no code of its own. */
class SecondAggregateTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final OperatorReason REASON = new OperatorReason("li", "the label was too long");
  private static final AggregateKey FIRST = new AggregateKey("SHP-1");

  private final ScriptedSender broker = new ScriptedSender();
  private final List<Throwable> deaths = new CopyOnWriteArrayList<>();
  private final OutboxRelay relay =
      OutboxRelayTest.relay(
          "a",
          workers -> OutboxTables.ports(broker, workers, new LoggingRelayListener()),
          new RelaySignalQueue(),
          Duration.ofMillis(100),
          deaths::add);

  @BeforeEach
  void nothingWaits() {
    OutboxTables.clear();
  }

  @AfterEach
  void stop() {
    relay.stop();
    assertThat(deaths).isEmpty();
  }

  @Test
  void itsEventsArePublishedInOrderBesideThoseOfPayOrders() {
    Map<String, List<String>> expected = new HashMap<>();
    for (int i = 0; i < 30; i++) {
      String shipment = "SHP-" + i;
      String sent = Shipments.send(shipment);
      String payment = OutboxTables.append((partition, row) -> {});
      expected.put(payment.substring(0, 32), List.of(payment));
      expected.put(shipment, List.of(sent, Shipments.deliver(shipment)));
    }

    relay.start();

    awaitPublished();
    assertThat(idsByKey(broker.kept())).isEqualTo(expected);
  }

  @Test
  void aConsumerReadsItsFieldsBetweenThoseOfEveryEvent() {
    String sent = Shipments.send("SHP-1");

    relay.start();

    awaitPublished();
    PendingEvent event = broker.kept().get(0);
    assertThat(event.eventId()).isEqualTo(sent);
    assertThat(event.tag()).isEqualTo("SHIPMENT_SENT");
    assertThat(event.payload())
        .isEqualTo(
            """
            {"eventId":"SHP-1.SHIPMENT_SENT","carrier":"SF","eventTime":"2026-03-01T10:00:00",\
            "traceId":"%s","version":"2.1"}"""
                .formatted(event.headers().get("traceId")));
  }

  @Test
  void anOperatorSkipsItsRefusedEventAndUnblocksItByItsKey() {
    String sent = Shipments.send("SHP-1");
    String delivered = Shipments.deliver("SHP-1");
    broker.refuse(sent);
    relay.start();
    await().atMost(SOON).until(() -> OutboxTables.blocked().equals(List.of("SHP-1")));

    assertThat(OutboxOperators.inspect().blocked("", 10))
        .extracting(BlockedAggregate::key)
        .containsExactly("SHP-1");
    assertThat(OutboxOperators.inspect().waiting(FIRST))
        .extracting(WaitingEvent::eventId)
        .containsExactly(sent, delivered);
    assertThat(OutboxOperators.operate().skip(new EventId(sent), REASON)).isTrue();
    assertThat(OutboxOperators.operate().unblock(FIRST, REASON)).isTrue();

    awaitPublished();
    assertThat(broker.keptIds()).containsExactly(delivered);
  }

  /** Of no other aggregate whose key begins with its own. */
  @Test
  void itsEventsArePublishedAgainByItsKey() {
    String sent = Shipments.send("SHP-1");
    String delivered = Shipments.deliver("SHP-1");
    String another = Shipments.send("SHP-1-2");
    relay.start();
    awaitPublished();

    assertThat(OutboxOperators.replay().ofAggregate(FIRST, REASON).events()).isEqualTo(2);

    await().atMost(SOON).until(() -> OutboxTables.replays() == 0);
    assertThat(broker.kept().stream().filter(event -> event.headers().containsKey("replay")))
        .extracting(PendingEvent::eventId)
        .containsExactly(sent, delivered);
    assertThat(broker.keptIds()).containsOnlyOnce(another);
  }

  private static void awaitPublished() {
    await().atMost(SOON).until(() -> OutboxTables.pending() == 0);
  }

  private static Map<String, List<String>> idsByKey(List<PendingEvent> events) {
    return events.stream()
        .collect(groupingBy(PendingEvent::key, mapping(PendingEvent::eventId, toList())));
  }
}
