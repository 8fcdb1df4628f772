package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.relay.Delivery.Result;
import com.yuge.payment.domain.relay.EventSender.SendOutcome;
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
  final Deque<Supplier<List<Delivery>>> sends = new ArrayDeque<>();

  /** What a turn asks for before it reads: to strike off, or to block a key. */
  final Deque<Supplier<List<Delivery>>> endings = new ArrayDeque<>();

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
  Duration timePerKeep = Duration.ZERO;
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
          new RelayTime(() -> now, () -> 0.0));

  void waits(long rowId, int partition) {
    waiting.put(rowId, event(rowId, partition));
  }

  /** Each event is of a key of its own. */
  static PendingEvent event(long rowId, int partition) {
    return new PendingEvent(
        rowId, partition, "E" + rowId, "K" + rowId, "TAG", "{}", Map.of(), Instant.EPOCH);
  }

  private void add(Supplier<List<Delivery>> errand) {
    (hasRead ? sends : endings).add(errand);
  }

  void turn() {
    turn(Mail.none());
  }

  void turn(Mail mail) {
    hasRead = false;
    relay.turn(mail);
  }

  /** Sends the oldest batch, and strikes it off if the broker took it: that ends like this. */
  void deliver(Result expected) {
    Delivery delivery = run(endings.isEmpty() ? sends.remove() : endings.remove());
    if (delivery.result() == Result.SENT) {
      if (endings.isEmpty()) {
        pass(StrikeOff.EVERY);
        turn();
      }
      delivery = run(endings.remove());
    }
    assertThat(delivery.result()).isEqualTo(expected);
  }

  /** Runs an errand of one batch, and brings its delivery. */
  Delivery run(Supplier<List<Delivery>> errand) {
    List<Delivery> deliveries = errand.get();
    turn(new Mail(Map.of(), deliveries));
    assertThat(deliveries).hasSize(1);
    return deliveries.get(0);
  }

  void commit(long rowId, int partition) {
    waits(rowId, partition);
    turn(new Mail(Map.of(partition, rowId), List.of()));
  }

  void pass(Duration time) {
    now += time.toNanos();
  }

  @Override
  public Standing keep(String owner, Duration time) {
    calls.add("keep");
    pass(timePerKeep);
    List<HeldLease> held =
        leased.stream().map(p -> new HeldLease(new Lease(p, epoch), time)).toList();
    return new Standing(held, share, paused, !replays.waiting.isEmpty());
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
    calls.add("heads " + ranges.stream().map(RelayBench::told).toList());
    if (failingReads-- > 0) {
      throw new StoreUnavailable("away", new IllegalStateException());
    }
    List<PendingEvent> heads = ranges.stream().flatMap(r -> head(waiting, r, limit)).toList();
    pass(timePerRow.multipliedBy(heads.size()));
    newest = waiting.keySet().stream().reduce(newest, Math::max);
    return new Heads(heads, newest, blocked.toString());
  }

  private static String told(RowRange range) {
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
  public void holds(BitSet partitions) {
    calls.add("holds " + partitions);
  }

  @Override
  public void delivered(Delivery delivery, int failures) {
    calls.add(delivery.result() + " " + failures);
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
      calls.add("replays " + ranges.stream().map(RelayBench::told).toList() + " " + limit);
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
