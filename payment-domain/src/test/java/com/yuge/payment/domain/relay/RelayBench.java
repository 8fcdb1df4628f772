package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.relay.Delivery.Result;
import com.yuge.payment.domain.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A relay of one instance on scripted ports; its workers run when told to, its clock stands. */
final class RelayBench implements PartitionLeases, PendingEvents, EventSender, RelayListener {
  static final RelaySettings SETTINGS =
      new RelaySettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(3),
          3,
          1 << 20,
          1,
          Duration.ofMillis(20),
          Duration.ofMillis(500),
          Duration.ofMillis(100),
          Duration.ofSeconds(10));

  final List<String> calls = new ArrayList<>();
  final Map<Long, PendingEvent> waiting = new TreeMap<>();
  final Deque<Supplier<Delivery>> errands = new ArrayDeque<>();
  final Deque<SendOutcome> outcomes = new ArrayDeque<>();
  int failingReads;
  int failingAcks;
  boolean robbed;
  long epoch = 1;
  long now;
  final RelayEvents relay =
      new RelayEvents(
          "a",
          new RelayPorts(this, this, this, errands::add, this),
          SETTINGS,
          new RelayTime(() -> now, () -> 0.0));

  void waits(long rowId, int partition) {
    waiting.put(rowId, new PendingEvent(rowId, partition, "E" + rowId, "K", "TAG", "{}", Map.of()));
  }

  void turn() {
    relay.turn(Mail.none());
  }

  /** Runs the oldest errand, which ends like this, and brings its delivery. */
  void deliver(Result expected) {
    Delivery delivery = errands.remove().get();
    assertThat(delivery.result()).isEqualTo(expected);
    relay.turn(new Mail(new BitSet(), List.of(delivery)));
  }

  void commit(long rowId, int partition) {
    waits(rowId, partition);
    BitSet committed = new BitSet();
    committed.set(partition);
    relay.turn(new Mail(committed, List.of()));
  }

  void pass(Duration time) {
    now += time.toNanos();
  }

  @Override
  public List<HeldLease> keep(String owner, Duration time) {
    calls.add("keep");
    return Stream.of(0, 1).map(p -> new HeldLease(new Lease(p, epoch), time)).toList();
  }

  @Override
  public void release(String owner, Collection<Integer> partitions) {
    calls.add("release " + partitions);
  }

  @Override
  public List<PendingEvent> heads(Collection<Integer> partitions, int limit) {
    calls.add("heads " + partitions);
    if (failingReads-- > 0) {
      throw new StoreUnavailable("away", new IllegalStateException());
    }
    return partitions.stream()
        .flatMap(p -> waiting.values().stream().filter(e -> e.partition() == p).limit(limit))
        .toList();
  }

  @Override
  public boolean ack(String owner, Lease lease, List<Long> rowIds) {
    calls.add("ack " + rowIds);
    if (failingAcks-- > 0) {
      throw new StoreUnavailable("away", new IllegalStateException());
    }
    return !robbed && waiting.keySet().removeAll(rowIds);
  }

  @Override
  public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
    calls.add("send " + Arrays.toString(batch.stream().mapToLong(PendingEvent::rowId).toArray()));
    SendOutcome outcome = outcomes.poll();
    return outcome == null ? new SendOutcome.Sent() : outcome;
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
}
