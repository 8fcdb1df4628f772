package com.yuge.payment.app.cells;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.proof.Delivery;
import com.yuge.payment.app.proof.ProofTopic;
import com.yuge.payment.devstack.RocketMqServers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What comes out of both cells' brokers from now on, against what both databases have. */
final class PublishedEvents implements AutoCloseable {
  private static final Duration SOON = Duration.ofMinutes(3);

  private final Cells cells;
  private final ProofTopic ofA;
  private final ProofTopic ofB;
  private final Set<String> before;

  private record Event(long id, String key, String eventId) {
    /** Ids tell the cell that appended the event, wherever its row is now. */
    boolean isBy(Cell cell) {
      return id % Cell.INCREMENT == cell.offset;
    }
  }

  PublishedEvents(Cells cells) {
    this.cells = cells;
    awaitNothingWaits(cells.a);
    awaitNothingWaits(cells.b);
    this.ofA = topic(cells.a);
    this.ofB = topic(cells.b);
    this.before = committed().map(Event::eventId).collect(Collectors.toSet());
  }

  private static ProofTopic topic(Cell cell) {
    return new ProofTopic(cell.servers.nameServerAddress(), RocketMqServers.TOPIC, false);
  }

  /** The events of both databases, in the order of their ids. */
  private Stream<Event> committed() {
    return Stream.of(cells.a, cells.b)
        .flatMap(
            cell ->
                cell
                    .jdbc()
                    .sql("SELECT id, aggregate_key AS `key`, event_id FROM t_outbox_event")
                    .query(Event.class)
                    .list()
                    .stream())
        .sorted((one, other) -> Long.compare(one.id(), other.id()));
  }

  private static void awaitNothingWaits(Cell cell) {
    await()
        .atMost(SOON)
        .until(
            () ->
                cell.jdbc()
                        .sql("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key <> ''")
                        .query(Integer.class)
                        .single()
                    == 0);
  }

  /** Every event of either cell came once, and a moved order's later events have higher ids. */
  void requireEachOnce() {
    awaitNothingWaits(cells.a);
    awaitNothingWaits(cells.b);
    List<Event> since = committed().filter(event -> !before.contains(event.eventId())).toList();
    List<String> ids = since.stream().map(Event::eventId).toList();
    List<String> came =
        Stream.of(read(ofA, cells.a, since), read(ofB, cells.b, since))
            .flatMap(List::stream)
            .map(Delivery::eventId)
            .filter(ids::contains)
            .toList();
    System.out.printf("events: %d committed, %d came%n", ids.size(), came.size());
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(came).containsExactlyInAnyOrderElementsOf(ids);
    since.stream().collect(groupingBy(Event::key)).values().forEach(this::requireOldCellFirst);
  }

  private static List<Delivery> read(ProofTopic topic, Cell cell, List<Event> since) {
    return topic.read(
        since.stream().filter(event -> event.isBy(cell)).map(Event::eventId).toList());
  }

  private void requireOldCellFirst(List<Event> ofOrder) {
    List<Event> later = ofOrder.stream().dropWhile(event -> event.isBy(cells.a)).toList();
    assertThat(later).as("%s", ofOrder).allMatch(event -> event.isBy(cells.b));
  }

  @Override
  public void close() {
    ofA.close();
    ofB.close();
  }
}
