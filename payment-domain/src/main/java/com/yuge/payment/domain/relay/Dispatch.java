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
  private final SmallBatches small;
  private final HeadSize headSize;
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
    this.small = new SmallBatches(settings, time.read());
    this.headSize = new HeadSize(settings);
  }

  void learn(Standing standing) {
    paused = standing.paused();
    replays.learn(standing.replays());
  }

  /** Nanoseconds until it has something to do without being told. */
  long untilDuty(long now) {
    return paused
        ? Long.MAX_VALUE
        : Math.min(small.left(now), Math.min(pollDue.left(now), replays.left(now)));
  }

  void publish() {
    if (paused) {
      return;
    }
    long now = time.read();
    boolean poll = pollDue.isDue(now);
    boolean replay = replays.isDue(now);
    List<Lane> told = lanes.ready(now, settings.sendAndAck());
    List<Lane> asked = poll || replay ? all(now) : lanes.next(told, small.most(told, now));
    small.begun(asked, now);
    List<Lane> quiet = publishPending(asked);
    if (poll) {
      // What it was told of would have been found without looking.
      boolean found = asked.stream().anyMatch(l -> !quiet.contains(l) && !told.contains(l));
      pollDue.dueIn(pace.after(found), now);
    }
    if (replay) {
      replays.published(publishReplays(quiet), quiet.size() == lanes.held().cardinality(), now);
    }
  }

  private List<Lane> all(long now) {
    lanes.wantAll();
    return lanes.ready(now, settings.sendAndAck());
  }

  /** Returns the lanes in which nothing was pending. */
  private List<Lane> publishPending(List<Lane> ready) {
    long begun = time.read();
    int read = 0;
    try {
      read = publish(ports.pending(), ready, headSize.limit(ready.size()), false);
    } finally {
      headSize.took(time.read() - begun, read);
    }
    return ready.stream().filter(lane -> !lane.isBusy()).toList();
  }

  // Only where nothing was pending just now: a replay must not overtake what its order has to say.
  private int publishReplays(List<Lane> quiet) {
    return publish(ports.replays(), quiet, replays.limit(quiet.size()), true);
  }

  /** Returns how many events were read. */
  private int publish(PendingEvents list, List<Lane> asked, int limit, boolean replay) {
    if (asked.isEmpty()) {
      return 0;
    }
    List<Integer> partitions = asked.stream().map(Lane::partition).toList();
    List<PendingEvent> read = list.heads(partitions, limit);
    Map<Integer, List<PendingEvent>> heads =
        read.stream()
            .map(event -> replay ? event.replayed() : event)
            .collect(Collectors.groupingBy(PendingEvent::partition));
    for (Lane lane : asked) {
      List<PendingEvent> head = heads.get(lane.partition());
      if (head != null) {
        send(lane, head, limit, replay);
      }
      lane.read();
    }
    return read.size();
  }

  private void send(Lane lane, List<PendingEvent> head, int read, boolean replay) {
    List<PendingEvent> events = Batches.fitting(head, lane.limit(replay), settings.batchBytes());
    boolean full = events.size() == read || events.size() < head.size();
    Batch batch = new Batch(lane.lease().orElseThrow(), events, full, replay);
    long sendBefore = lane.heldUntil() - settings.sendAndAck().toNanos();
    ports.workers().run(() -> courier.send(batch, sendBefore));
    lane.sent();
  }
}
