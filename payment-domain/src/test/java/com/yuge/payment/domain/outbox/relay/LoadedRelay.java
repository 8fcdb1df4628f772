package com.yuge.payment.domain.outbox.relay;

import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A relay's own decisions on virtual time: events are committed at a steady rate, reads, sends and
 * acknowledgements take as long as on a small machine, and for a while the broker answers nobody.
 */
final class LoadedRelay implements PartitionLeases, PendingEvents, EventSender, RelayListener {
  private static final int PARTITIONS = 16;
  private static final int WORKERS = 16;
  private static final long READ = Duration.ofMillis(1).toNanos();
  private static final long SEND = Duration.ofMillis(3).toNanos();
  private static final long ACK = Duration.ofMillis(2).toNanos();
  private static final long AN_EVENT = 20_000;

  private record Happening(long at, long number, Runnable what) {}

  private final Random random = new Random(7);
  private final PriorityQueue<Happening> happenings =
      new PriorityQueue<>(
          Comparator.comparingLong(Happening::at).thenComparingLong(Happening::number));
  private final Map<Long, PendingEvent> pending = new TreeMap<>();
  private final Map<Long, Duration> took = new TreeMap<>();
  private final Queue<Supplier<List<BatchResult>>> tasks = new ArrayDeque<>();
  private final RelayEvents relay;
  private Map<Integer, Long> committed = new HashMap<>();
  private List<BatchResult> results = new ArrayList<>();
  private long now;
  private long stallBegin;
  private long stallEnd;
  private long happened;
  private long plan;
  private int working;
  private long taskTakes;

  LoadedRelay() {
    BlockedKeys nothingIsBlocked = (owner, lease, block, most) -> BlockedKeys.Blocking.BLOCKED;
    relay =
        new RelayEvents(
            "a",
            new RelayPorts(this, this, this, nothingIsBlocked, this, this::run, this),
            RelayFixtures.settings(200, 1000, 200),
            new Ticker(() -> now, random::nextDouble));
  }

  /**
   * Commits events for a while.
   *
   * @return how long each of them took to be published, in the order of the commits
   */
  List<Duration> publish(int perSecond, Duration time, Duration stallsAt, Duration stall) {
    stallBegin = stallsAt.toNanos();
    stallEnd = stallBegin + stall.toNanos();
    long count = perSecond * time.toSeconds();
    for (long row = 1; row <= count; row++) {
      long number = row;
      at(row * Duration.ofSeconds(1).toNanos() / perSecond, () -> commit(number));
    }
    runAt(0);
    while (took.size() < count) {
      Happening next = happenings.remove();
      now = Math.max(now, next.at());
      next.what().run();
    }
    return List.copyOf(took.values());
  }

  private void at(long time, Runnable what) {
    happenings.add(new Happening(time, happened++, what));
  }

  private void runAt(long time) {
    long mine = ++plan;
    at(
        time,
        () -> {
          if (mine == plan) {
            runOnce();
          }
        });
  }

  private void runOnce() {
    RelaySignals signals = new RelaySignals(committed, results);
    committed = new HashMap<>();
    results = new ArrayList<>();
    relay.runOnce(signals);
    long duty = relay.untilNextDuty();
    runAt(duty > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : now + duty);
  }

  private void commit(long row) {
    int partition = random.nextInt(PARTITIONS);
    Instant at = Instant.EPOCH.plusNanos(now);
    pending.put(row, RelayFixtures.event(row, partition, "K" + row, at));
    committed.merge(partition, row, Math::min);
    runAt(now);
  }

  private void run(Supplier<List<BatchResult>> task) {
    tasks.add(task);
    work();
  }

  private void work() {
    while (working < WORKERS && !tasks.isEmpty()) {
      working++;
      taskTakes = 0;
      List<BatchResult> ended = tasks.remove().get();
      at(now + taskTakes, () -> deliver(ended));
    }
  }

  private void deliver(List<BatchResult> ended) {
    working--;
    results.addAll(ended);
    runAt(now);
    work();
  }

  @Override
  public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
    long end = now + SEND + batch.size() * AN_EVENT;
    if (end > stallBegin && now < stallEnd) {
      end = Math.max(end, stallEnd + SEND);
    }
    taskTakes = end - now;
    Instant published = Instant.EPOCH.plusNanos(end);
    batch.forEach(event -> took.put(event.rowId(), Duration.between(event.at(), published)));
    return new SendOutcome.Sent();
  }

  @Override
  public Heads read(Collection<RowRange> ranges, int limit) {
    List<PendingEvent> heads =
        ranges.stream()
            .flatMap(
                range ->
                    pending.values().stream()
                        .filter(event -> event.partition() == range.partition())
                        .limit(limit))
            .toList();
    now += READ + heads.size() * AN_EVENT / 4;
    return new Heads(heads, pending.keySet().stream().reduce(0L, Math::max), "");
  }

  @Override
  public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
    published.values().forEach(pending.keySet()::removeAll);
    int events = published.values().stream().mapToInt(List::size).sum();
    taskTakes = ACK + events * AN_EVENT / 2;
    return published.keySet();
  }

  @Override
  public LeaseRenewal renew(String owner, Duration time) {
    List<HeldLease> all =
        IntStream.range(0, PARTITIONS).mapToObj(p -> new HeldLease(new Lease(p, 1), time)).toList();
    return new LeaseRenewal(all, PARTITIONS, time, false, false);
  }

  @Override
  public void release(String owner, Collection<Integer> partitions) {
    throw new IllegalStateException("nothing stops here");
  }

  @Override
  public void leave(String owner) {
    throw new IllegalStateException("nothing stops here");
  }

  @Override
  public void partitionsChanged(BitSet partitions) {}

  @Override
  public void batchEnded(BatchResult result, int failures) {}

  @Override
  public void paused(Throwable trouble, int failures) {
    throw new IllegalStateException(trouble);
  }
}
