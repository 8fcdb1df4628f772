package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.HeldLease;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link PendingEvents} holds to; at the beginning nothing waits. */
public abstract class PendingEventsContract {
  private static final List<Integer> ALL = range(0, 16).boxed().toList();
  private static final int MANY = 60;

  protected abstract PendingEvents pending();

  protected abstract PartitionLeases leases();

  protected abstract Outbox outbox();

  protected abstract Transactions transactions();

  @Test
  void headsAreTheOldestOfEachPartitionInOrder() {
    List<String> ids = appended(MANY);

    List<PendingEvent> all = pending().heads(ALL, MANY);
    List<PendingEvent> heads = pending().heads(ALL, 2);

    assertThat(all).extracting(PendingEvent::eventId).containsExactlyElementsOf(ids);
    for (Integer partition : ALL) {
      assertThat(of(heads, partition)).isEqualTo(of(all, partition).stream().limit(2).toList());
    }
  }

  @Test
  void onlyThePartitionsAskedForAreRead() {
    assertThat(appended(MANY)).hasSize(MANY);
    int some = pending().heads(ALL, 1).get(0).partition();

    assertThat(pending().heads(List.of(some), MANY))
        .isNotEmpty()
        .allMatch(event -> event.partition() == some);
  }

  @Test
  void onlyTheRowsAskedForAreRead() {
    assertThat(appended(MANY)).hasSize(MANY);
    int some = fullest(pending().heads(ALL, MANY));
    List<Long> rows = rowIds(pending().heads(List.of(some), MANY));
    long first = rows.get(1);
    long last = rows.get(2);

    Heads read = pending().read(List.of(new RowRange(some, first, last)), MANY);

    assertThat(rowIds(read.events())).containsExactly(first, last);
    assertThat(pending().read(List.of(new RowRange(some, first, last)), 1).events()).hasSize(1);
  }

  @Test
  void aReadTellsTheNewestRowThatIsCommitted() {
    assertThat(appended(2)).hasSize(2);
    long last = rowIds(pending().heads(ALL, 2)).stream().max(Long::compare).orElseThrow();

    transactions()
        .run(
            () -> {
              outbox().append(paid(aPayOrder()));
              assertThat(Race.of(1, this::newest).answers()).containsExactly(last);
            });

    assertThat(newest()).isGreaterThan(last);
  }

  private static int fullest(List<PendingEvent> events) {
    return ALL.stream().max(Comparator.comparingInt(p -> of(events, p).size())).orElseThrow();
  }

  private long newest() {
    return pending().read(List.of(new RowRange(0, 0, 0)), 1).newest();
  }

  @Test
  void anEventTellsWhatItIsAndWhatItIsAbout() {
    PayOrderEvent paid = append();

    PendingEvent event = pending().heads(ALL, 1).get(0);

    assertThat(event.eventId()).isEqualTo(paid.eventId().value());
    assertThat(event.key()).isEqualTo(paid.payNo().value());
    assertThat(event.tag()).isEqualTo("PAYMENT_SUCCEEDED");
  }

  @Test
  void whatIsNotCommittedDoesNotWaitYet() {
    transactions()
        .run(
            () -> {
              outbox().append(paid(aPayOrder()));
              assertThat(Race.of(1, () -> pending().heads(ALL, 1)).answers().get(0)).isEmpty();
            });

    assertThat(pending().heads(ALL, 1)).hasSize(1);
  }

  @Test
  void theOwnerAcksWhatItPublished() {
    assertThat(appended(MANY)).hasSize(MANY);
    Lease lease = lease("a");
    List<PendingEvent> mine = pending().heads(List.of(lease.partition()), 2);

    assertThat(pending().ack("a", lease, rowIds(mine))).isTrue();
    assertThat(pending().ack("a", lease, rowIds(mine))).as("again").isTrue();

    assertThat(pending().heads(ALL, MANY))
        .hasSize(MANY - mine.size())
        .doesNotContainAnyElementsOf(mine);
  }

  @Test
  void aFormerOwnerAcksNothing() {
    assertThat(appended(MANY)).hasSize(MANY);
    Lease lease = lease("a");
    List<Long> mine = rowIds(pending().heads(List.of(lease.partition()), MANY));

    assertThat(pending().ack("b", lease, mine)).isFalse();
    assertThat(pending().ack("a", new Lease(lease.partition(), lease.epoch() - 1), mine)).isFalse();

    assertThat(pending().heads(ALL, MANY)).hasSize(MANY);
  }

  @Test
  void ofSeveralLeasesTheLostOneKeepsItsEvents() {
    assertThat(appended(MANY)).hasSize(MANY);
    List<Lease> held = leases("a");
    Map<Lease, List<Long>> published = new HashMap<>();
    held.forEach(lease -> published.put(lease, waiting(lease)));
    Lease newer = lease("a");
    Lease lost = new Lease(newer.partition(), newer.epoch() - 1);
    List<Long> kept = waiting(newer);
    published.remove(newer);
    published.put(lost, kept);

    assertThat(pending().ack("a", published)).hasSize(held.size() - 1).doesNotContain(lost);

    assertThat(rowIds(pending().heads(ALL, MANY))).isNotEmpty().isEqualTo(kept);
  }

  private List<Long> waiting(Lease lease) {
    return rowIds(pending().heads(List.of(lease.partition()), MANY));
  }

  private List<Lease> leases(String owner) {
    return leases().renew(owner, Duration.ofMinutes(1)).held().stream()
        .map(HeldLease::lease)
        .toList();
  }

  private Lease lease(String owner) {
    int partition = pending().heads(ALL, 1).get(0).partition();
    return leases(owner).stream()
        .filter(lease -> lease.partition() == partition)
        .findFirst()
        .orElseThrow();
  }

  private List<String> appended(int count) {
    return range(0, count).mapToObj(i -> append().eventId().value()).toList();
  }

  private PayOrderEvent append() {
    PayOrderEvent event = paid(aPayOrder());
    transactions().run(() -> outbox().append(event));
    return event;
  }

  private static PayOrderEvent paid(PayOrder order) {
    return ((Applied) apply(order, success(order, "T1"), LATER)).event();
  }

  private static List<PendingEvent> of(List<PendingEvent> events, int partition) {
    return events.stream().filter(event -> event.partition() == partition).toList();
  }

  private static List<Long> rowIds(List<PendingEvent> events) {
    return events.stream().map(PendingEvent::rowId).toList();
  }
}
