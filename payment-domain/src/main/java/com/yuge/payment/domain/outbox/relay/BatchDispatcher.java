package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the waiting events of the partitions that are ready, and sends them. */
final class BatchDispatcher {
  private final RelayPorts ports;
  private final RelaySettings settings;
  private final Ticker ticker;
  private final OwnedPartitions partitions;
  private final BatchPublisher publisher;
  private final PollBackoff pollBackoff;
  private final Timer pollDue;
  private final ReplayThrottle replayThrottle;
  private final AdaptiveFetchSize fetchSize;
  private final HeadReader reader;
  private final Rescan rescan;
  private boolean paused;

  BatchDispatcher(
      RelayPorts ports,
      RelaySettings settings,
      Ticker ticker,
      OwnedPartitions partitions,
      BatchPublisher publisher) {
    this.ports = ports;
    this.settings = settings;
    this.ticker = ticker;
    this.partitions = partitions;
    this.publisher = publisher;
    this.pollBackoff = new PollBackoff(settings.pollMin(), settings.pollMax(), ticker.jitter());
    this.pollDue = new Timer(ticker.read());
    this.replayThrottle = new ReplayThrottle(settings, ticker.read());
    this.fetchSize = new AdaptiveFetchSize(settings);
    this.reader = new HeadReader(ports.pending(), settings, ticker, partitions);
    this.rescan = new Rescan(ports.pending(), ticker, partitions);
  }

  void learn(LeaseRenewal renewal) {
    paused = renewal.paused();
    replayThrottle.learn(renewal.replays());
  }

  /** The store failed. */
  void storeFailed() {
    reader.storeFailed();
  }

  /** Nanoseconds until it has work even if no signal comes. */
  long untilDuty(long now) {
    if (paused) {
      return Long.MAX_VALUE;
    }
    if (partitions.ready(now, settings.leftForSend()).stream()
        .anyMatch(owned -> owned.mark().hasMore())) {
      return 0;
    }
    return Math.min(pollDue.left(now), replayThrottle.left(now));
  }

  void publish() {
    if (paused) {
      return;
    }
    long now = ticker.read();
    boolean poll = pollDue.isDue(now);
    boolean replay = replayThrottle.isDue(now);
    List<OwnedPartition> dirty = partitions.ready(now, settings.leftForSend());
    List<OwnedPartition> asked = poll || replay ? all(now) : dirty;
    List<OwnedPartition> quiet = publishPending(asked);
    if (poll) {
      pollDue.dueIn(untilNextPoll(asked, dirty), now);
    }
    if (replay) {
      replayThrottle.published(
          publishReplays(quiet), quiet.size() == partitions.held().cardinality(), now);
    }
    rescan.scanIfDue();
  }

  // Events in dirty partitions would have been found without the poll. If no other partition could
  // be read, for example while the broker is unavailable, the poll shows nothing, so the pause
  // stays the same.
  private Duration untilNextPoll(List<OwnedPartition> asked, List<OwnedPartition> dirty) {
    List<OwnedPartition> polled = asked.stream().filter(owned -> !dirty.contains(owned)).toList();
    if (polled.isEmpty() && !partitions.held().isEmpty()) {
      return pollBackoff.again();
    }
    return pollBackoff.after(polled.stream().anyMatch(OwnedPartition::isSending));
  }

  private List<OwnedPartition> all(long now) {
    partitions.markAllDirty();
    return partitions.ready(now, settings.leftForSend());
  }

  /** Returns the partitions in which nothing was pending. */
  private List<OwnedPartition> publishPending(List<OwnedPartition> ready) {
    if (ready.isEmpty()) {
      return ready;
    }
    int limit = fetchSize.limit(ready.size());
    long begun = ticker.read();
    int read = 0;
    try {
      int known = ready.stream().mapToInt(owned -> owned.unacked().size()).max().orElse(0);
      List<PendingEvent> heads = reader.read(ready, limit + known);
      send(ready, heads, limit, false);
      read = heads.size();
    } finally {
      fetchSize.took(ticker.read() - begun, read);
    }
    return ready.stream().filter(owned -> !owned.isBusy() && !owned.isDirty()).toList();
  }

  // Only partitions where nothing was pending just now: a replay must not overtake events of its
  // aggregate.
  private int publishReplays(List<OwnedPartition> quiet) {
    if (quiet.isEmpty()) {
      return 0;
    }
    int limit = replayThrottle.limit(quiet.size());
    List<PendingEvent> heads =
        ports
            .replays()
            .heads(quiet.stream().map(OwnedPartition::partition).toList(), limit)
            .stream()
            .map(PendingEvent::replayed)
            .toList();
    send(quiet, heads, limit, true);
    return heads.size();
  }

  private void send(
      List<OwnedPartition> asked, List<PendingEvent> read, int limit, boolean replay) {
    Map<Integer, List<PendingEvent>> heads =
        read.stream().collect(Collectors.groupingBy(PendingEvent::partition));
    for (OwnedPartition owned : asked) {
      List<PendingEvent> head = heads.get(owned.partition());
      List<PendingEvent> fresh = head == null ? List.of() : owned.unacked().without(head);
      if (!fresh.isEmpty()) {
        send(owned, fresh, limit, replay);
      }
    }
  }

  private void send(OwnedPartition owned, List<PendingEvent> head, int read, boolean replay) {
    List<PendingEvent> events = Batches.fitting(head, owned.limit(replay), settings.batchBytes());
    boolean full = events.size() >= read || events.size() < head.size();
    Batch batch = new Batch(owned.lease().orElseThrow(), events, full, replay);
    long sendBefore = owned.heldUntil() - settings.leftForSend().toNanos();
    ports.workers().run(() -> List.of(publisher.send(batch, sendBefore)));
    owned.begin();
  }
}
