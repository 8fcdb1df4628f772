package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A relay of one instance on scripted ports; its workers run when told to, its clock stands. */
final class RelayBench
    implements PartitionLeases, PendingEvents, BlockedKeys, EventSender, RelayListener {
  static final RelaySettings SETTINGS =
      new RelaySettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(3),
          3,
          1 << 20,
          3,
          2,
          100,
          Duration.ofMillis(20),
          Duration.ofMillis(500),
          Duration.ofMillis(100),
          Duration.ofSeconds(10),
          Duration.ofSeconds(90));

  final List<String> calls = new ArrayList<>();
  final Map<Long, PendingEvent> waiting = new TreeMap<>();
  final Deque<Supplier<List<BatchResult>>> sends = new ArrayDeque<>();

  /** What a run asks for before it reads: to ack, or to block a key. */
  final Deque<Supplier<List<BatchResult>>> endings = new ArrayDeque<>();

  private boolean hasRead;
  final Deque<SendOutcome> outcomes = new ArrayDeque<>();
  int failingReads;
  Duration timePerRow = Duration.ZERO;
  int failingAcks;
  boolean robbed;
  int share = 2;
  boolean paused;
  final Set<String> blocked = new HashSet<>();
  final Replays replays = new Replays();
  boolean oneBroker;
  Duration timePerRenewal = Duration.ZERO;
  final Set<Long> refused = new HashSet<>();
  final Set<Integer> leased = new TreeSet<>(List.of(0, 1));
  long epoch = 1;
  long newest;
  long now;
  final RelayEvents relay =
      new RelayEvents(
          "a",
          new RelayPorts(this, this, replays, this, this, this::add, this),
          SETTINGS,
          new Ticker(() -> now, () -> 0.0));

  void waits(long rowId, int partition) {
    waiting.put(rowId, event(rowId, partition));
  }

  /** Each event is of a key of its own. */
  static PendingEvent event(long rowId, int partition) {
    return new PendingEvent(
        rowId, partition, "E" + rowId, "K" + rowId, "TAG", "{}", Map.of(), Instant.EPOCH);
  }

  private void add(Supplier<List<BatchResult>> task) {
    (hasRead ? sends : endings).add(task);
  }

  void runOnce() {
    runOnce(RelaySignals.none());
  }

  void runOnce(RelaySignals signals) {
    hasRead = false;
    relay.runOnce(signals);
  }

  /** Sends the oldest batch, and acks it if the broker took it: that ends like this. */
  void deliver(Status expected) {
    BatchResult result = run(endings.isEmpty() ? sends.remove() : endings.remove());
    if (result.status() == Status.SENT) {
      if (endings.isEmpty()) {
        pass(AckBatcher.EVERY);
        runOnce();
      }
      result = run(endings.remove());
    }
    assertThat(result.status()).isEqualTo(expected);
  }

  /** Runs a task of one batch, and brings its result. */
  BatchResult run(Supplier<List<BatchResult>> task) {
    List<BatchResult> results = task.get();
    runOnce(new RelaySignals(Map.of(), results));
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  void commit(long rowId, int partition) {
    waits(rowId, partition);
    runOnce(new RelaySignals(Map.of(partition, rowId), List.of()));
  }

  void pass(Duration time) {
    now += time.toNanos();
  }

  @Override
  public LeaseRenewal renew(String owner, Duration time) {
    calls.add("renew");
    pass(timePerRenewal);
    List<HeldLease> held =
        leased.stream().map(p -> new HeldLease(new Lease(p, epoch), time)).toList();
    return new LeaseRenewal(held, share, paused, !replays.waiting.isEmpty());
  }

  @Override
  public void release(String owner, Collection<Integer> partitions) {
    calls.add("release " + partitions);
    leased.removeAll(partitions);
  }

  @Override
  public void leave(String owner) {
    calls.add("leave");
  }

  @Override
  public Heads read(Collection<RowRange> ranges, int limit) {
    hasRead = true;
    calls.add("heads " + ranges.stream().map(RelayBench::shown).toList());
    if (failingReads-- > 0) {
      throw new StoreUnavailable("away", new IllegalStateException());
    }
    List<PendingEvent> heads = ranges.stream().flatMap(r -> head(waiting, r, limit)).toList();
    pass(timePerRow.multipliedBy(heads.size()));
    newest = waiting.keySet().stream().reduce(newest, Math::max);
    return new Heads(heads, newest, blocked.toString());
  }

  private static String shown(RowRange range) {
    return range.partition()
        + (range.first() == 0 ? "" : " from " + range.first())
        + (range.isOpen() ? "" : " to " + range.last());
  }

  private Stream<PendingEvent> head(Map<Long, PendingEvent> list, RowRange range, int limit) {
    return list.values().stream()
        .filter(e -> e.partition() == range.partition() && !blocked.contains(e.key()))
        .filter(e -> e.rowId() >= range.first() && e.rowId() <= range.last())
        .limit(limit);
  }

  @Override
  public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
    calls.add("ack " + rows(published));
    if (failingAcks-- > 0) {
      throw new StoreUnavailable("away", new IllegalStateException());
    }
    if (robbed) {
      return Set.of();
    }
    waiting.keySet().removeAll(rows(published));
    return published.keySet();
  }

  private static List<Long> rows(Map<Lease, List<Long>> published) {
    return published.values().stream().flatMap(List::stream).sorted().toList();
  }

  @Override
  public Blocking block(String owner, Lease lease, Block block, int most) {
    calls.add("block " + block.key() + " after " + block.attempts());
    if (blocked.size() == most) {
      return Blocking.FULL;
    }
    blocked.add(block.key());
    return Blocking.BLOCKED;
  }

  @Override
  public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
    calls.add("send " + Arrays.toString(batch.stream().mapToLong(PendingEvent::rowId).toArray()));
    if (batch.stream().anyMatch(event -> refused.contains(event.rowId()))) {
      return new SendOutcome.Refused("too large");
    }
    SendOutcome outcome = outcomes.poll();
    return outcome == null ? new SendOutcome.Sent() : outcome;
  }

  @Override
  public String brokerOf(int partition) {
    return oneBroker ? "broker" : "broker-" + partition;
  }

  @Override
  public void partitionsChanged(BitSet partitions) {
    calls.add("partitions " + partitions);
  }

  @Override
  public void batchEnded(BatchResult result, int failures) {
    calls.add(result.status() + " " + failures);
  }

  @Override
  public void paused(Throwable trouble, int failures) {
    calls.add("paused " + failures);
  }

  /** What is to be published again. */
  final class Replays implements PendingEvents {
    final Map<Long, PendingEvent> waiting = new TreeMap<>();

    @Override
    public Heads read(Collection<RowRange> ranges, int limit) {
      calls.add("replays " + ranges.stream().map(RelayBench::shown).toList() + " " + limit);
      return new Heads(ranges.stream().flatMap(r -> head(waiting, r, limit)).toList(), newest, "");
    }

    @Override
    public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
      calls.add("ack replays " + rows(published));
      waiting.keySet().removeAll(rows(published));
      return published.keySet();
    }
  }
}
