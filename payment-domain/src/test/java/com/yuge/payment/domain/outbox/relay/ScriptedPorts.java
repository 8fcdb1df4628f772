package com.yuge.payment.domain.outbox.relay;

import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.time.Duration;
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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.annotation.CanIgnoreReturnValue;

/** The ports of a relay, on a clock that stands: what a test gives, and the calls it sees. */
final class ScriptedPorts
    implements PartitionLeases, PendingEvents, BlockedKeys, EventSender, RelayListener {
  final List<String> calls = new ArrayList<>();
  final Map<Long, PendingEvent> waiting = new TreeMap<>();
  final Replays replays = new Replays();
  final Set<Integer> leased = new TreeSet<>(List.of(0, 1));
  final Set<String> blocked = new HashSet<>();
  final Set<Long> refused = new HashSet<>();
  final Deque<SendOutcome> outcomes = new ArrayDeque<>();
  Duration timePerRenewal = Duration.ZERO;
  Duration nextEnd = RelayFixtures.SETTINGS.lease();
  Duration timePerRow = Duration.ZERO;
  int failingReads;
  int failingAcks;
  boolean robbed;
  boolean paused;
  boolean oneBroker;
  int share = 2;
  long epoch = 1;
  long newest;
  long now;
  boolean hasRead;

  RelayPorts with(Workers workers) {
    return new RelayPorts(this, this, replays, this, this, workers, this);
  }

  /** Rows that are put in a partition next. */
  @CanIgnoreReturnValue
  interface Rows<T> {
    T in(int partition);
  }

  Rows<ScriptedPorts> waiting(long... rows) {
    return put(waiting, rows);
  }

  Rows<ScriptedPorts> replays(long... rows) {
    return put(replays.waiting, rows);
  }

  private Rows<ScriptedPorts> put(Map<Long, PendingEvent> list, long... rows) {
    return partition -> {
      LongStream.of(rows).forEach(row -> list.put(row, RelayFixtures.event(row, partition)));
      return this;
    };
  }

  /** The broker's answer to the next batch. */
  void brokerTrouble(String reason) {
    outcomes.add(new SendOutcome.Trouble(reason));
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
    return new LeaseRenewal(held, share, nextEnd, paused, !replays.waiting.isEmpty());
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
    calls.add("heads " + ranges.stream().map(ScriptedPorts::shown).toList());
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
      calls.add("replays " + ranges.stream().map(ScriptedPorts::shown).toList() + " " + limit);
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
