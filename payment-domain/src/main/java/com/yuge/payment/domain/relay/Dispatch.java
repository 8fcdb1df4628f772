package com.yuge.payment.domain.relay;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what waits in the lanes that are ready, and has it sent. */
final class Dispatch {
  private final RelayPorts ports;
  private final RelaySettings settings;
  private final RelayTime time;
  private final Lanes lanes;
  private final Courier courier;
  private final PollPace pace;
  private final Timer pollDue;
  private final ReplayPace replays;
  private final HeadSize headSize;
  private final HeadReader reader;
  private final Rescan rescan;
  private boolean paused;

  Dispatch(RelayPorts ports, RelaySettings settings, RelayTime time, Lanes lanes, Courier courier) {
    this.ports = ports;
    this.settings = settings;
    this.time = time;
    this.lanes = lanes;
    this.courier = courier;
    this.pace = new PollPace(settings.pollMin(), settings.pollMax(), time.jitter());
    this.pollDue = new Timer(time.read());
    this.replays = new ReplayPace(settings, time.read());
    this.headSize = new HeadSize(settings);
    this.reader = new HeadReader(ports.pending(), settings, time, lanes);
    this.rescan = new Rescan(ports.pending(), time, lanes);
  }

  void learn(Standing standing) {
    paused = standing.paused();
    replays.learn(standing.replays());
  }

  /** The store failed. */
  void doubt() {
    reader.doubt();
  }

  /** Nanoseconds until it has something to do without being told. */
  long untilDuty(long now) {
    if (paused) {
      return Long.MAX_VALUE;
    }
    if (lanes.ready(now, settings.sendAndAck()).stream().anyMatch(lane -> lane.mark().hasMore())) {
      return 0;
    }
    return Math.min(pollDue.left(now), replays.left(now));
  }

  void publish() {
    if (paused) {
      return;
    }
    long now = time.read();
    boolean poll = pollDue.isDue(now);
    boolean replay = replays.isDue(now);
    List<Lane> told = lanes.ready(now, settings.sendAndAck());
    List<Lane> asked = poll || replay ? all(now) : told;
    List<Lane> quiet = publishPending(asked);
    if (poll) {
      // What it was told of would have been found without looking.
      boolean found = asked.stream().anyMatch(l -> l.isSending() && !told.contains(l));
      pollDue.dueIn(pace.after(found), now);
    }
    if (replay) {
      replays.published(publishReplays(quiet), quiet.size() == lanes.held().cardinality(), now);
    }
    rescan.lookIfDue();
  }

  private List<Lane> all(long now) {
    lanes.wantAll();
    return lanes.ready(now, settings.sendAndAck());
  }

  /** Returns the lanes in which nothing was pending. */
  private List<Lane> publishPending(List<Lane> ready) {
    if (ready.isEmpty()) {
      return ready;
    }
    int limit = headSize.limit(ready.size());
    long begun = time.read();
    int read = 0;
    try {
      int known = ready.stream().mapToInt(lane -> lane.unacked().size()).max().orElse(0);
      List<PendingEvent> heads = reader.read(ready, limit + known);
      send(ready, heads, limit, false);
      read = heads.size();
    } finally {
      headSize.took(time.read() - begun, read);
    }
    return ready.stream().filter(lane -> !lane.isBusy() && !lane.isWanted()).toList();
  }

  // Only where nothing was pending just now: a replay must not overtake what its order has to say.
  private int publishReplays(List<Lane> quiet) {
    if (quiet.isEmpty()) {
      return 0;
    }
    int limit = replays.limit(quiet.size());
    List<PendingEvent> heads =
        ports.replays().heads(quiet.stream().map(Lane::partition).toList(), limit).stream()
            .map(PendingEvent::replayed)
            .toList();
    send(quiet, heads, limit, true);
    return heads.size();
  }

  private void send(List<Lane> asked, List<PendingEvent> read, int limit, boolean replay) {
    Map<Integer, List<PendingEvent>> heads =
        read.stream().collect(Collectors.groupingBy(PendingEvent::partition));
    for (Lane lane : asked) {
      List<PendingEvent> head = heads.get(lane.partition());
      List<PendingEvent> fresh = head == null ? List.of() : lane.unacked().without(head);
      if (!fresh.isEmpty()) {
        send(lane, fresh, limit, replay);
      }
    }
  }

  private void send(Lane lane, List<PendingEvent> head, int read, boolean replay) {
    List<PendingEvent> events = Batches.fitting(head, lane.limit(replay), settings.batchBytes());
    boolean full = events.size() >= read || events.size() < head.size();
    Batch batch = new Batch(lane.lease().orElseThrow(), events, full, replay);
    long sendBefore = lane.heldUntil() - settings.sendAndAck().toNanos();
    ports.workers().run(() -> List.of(courier.send(batch, sendBefore)));
    lane.begin();
  }
}
