package com.yuge.payment.domain.relay;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One instance's relay: keeps its leases, reads the heads of its partitions, has them sent, and is
 * told how they fared. Used by one thread; others reach it through its {@link Mail}.
 */
public final class RelayEvents {
  private final String owner;
  private final RelayPorts ports;
  private final RelaySettings settings;
  private final RelayTime time;
  private final Courier courier;

  private final Lanes lanes = new Lanes();
  private final Backoff backoff;
  private final PollPace pace;
  private final Timer leasesDue;
  private final Timer pollDue;
  private final Timer pause;
  private int failures;
  private boolean reading = true;

  /**
   * @param owner unique to this run of this instance
   */
  public RelayEvents(String owner, RelayPorts ports, RelaySettings settings, RelayTime time) {
    this.owner = owner;
    this.ports = ports;
    this.settings = settings;
    this.time = time;
    this.courier = new Courier(owner, ports, settings.sendTimeout(), time);
    this.backoff = new Backoff(settings.backoffMin(), settings.backoffMax(), time.jitter());
    this.pace = new PollPace(settings.pollMin(), settings.pollMax(), time.jitter());
    this.leasesDue = new Timer(time.read());
    this.pollDue = new Timer(time.read());
    this.pause = new Timer(time.read());
  }

  /** Nanoseconds that the next turn may wait for mail. */
  public long untilNextDuty() {
    long now = time.read();
    long duty = lanes.shortestPause(now).orElse(Long.MAX_VALUE);
    if (reading) {
      duty = Math.min(duty, Math.min(leasesDue.left(now), pollDue.left(now)));
    }
    return Math.max(duty, pause.left(now));
  }

  /** One round: takes in the mail, then does what is due. */
  public void turn(Mail mail) {
    lanes.want(mail.committed());
    mail.delivered().forEach(this::receive);
    lanes.unacked(time.read()).forEach(this::strikeOff);
    if (!reading || !pause.isDue(time.read())) {
      return;
    }
    try {
      keepLeases();
      publish();
      failures = 0;
    } catch (Throwable trouble) {
      // An Error too: no other thread publishes, and payments go on.
      pause(trouble);
    }
  }

  /** Nothing new is begun from now on; turns still bring to an end what is on its way. */
  public void stopReading() {
    reading = false;
  }

  public boolean isBusy() {
    return lanes.anyBusy();
  }

  /**
   * Gives everything idle back, so that others need not wait for the leases to end.
   *
   * @return how many partitions
   */
  public int release() {
    List<Integer> idle = lanes.idle();
    ports.leases().release(owner, idle);
    return idle.size();
  }

  private void receive(Delivery delivery) {
    Lane lane = lanes.of(delivery.partition());
    switch (delivery.result()) {
      case PUBLISHED -> lane.published(delivery.batch().full());
      case UNSENT -> lane.unsent(time.read(), backoff);
      case UNACKED -> lane.unacked(delivery.batch(), time.read(), backoff);
      case FENCED -> {
        lane.fenced();
        leasesDue.dueIn(Duration.ZERO, time.read());
      }
    }
    ports.listener().delivered(delivery, lane.failures());
  }

  private void strikeOff(Lane lane) {
    Batch batch = lane.takeUnacked();
    ports.workers().run(() -> courier.strikeOff(batch));
  }

  // Three tries fit into a lease before it ends.
  private void keepLeases() {
    long now = time.read();
    if (!leasesDue.isDue(now)) {
      return;
    }
    BitSet before = lanes.held();
    lanes.hold(ports.leases().keep(owner, settings.lease()), now);
    leasesDue.dueIn(settings.lease().dividedBy(4), now);
    BitSet held = lanes.held();
    if (!held.equals(before)) {
      ports.listener().holds(held);
    }
  }

  private void publish() {
    long now = time.read();
    List<Lane> told = lanes.ready(now, settings.sendAndAck());
    if (pollDue.isDue(now)) {
      lanes.wantAll();
      List<Lane> untold = lanes.ready(now, settings.sendAndAck());
      List<Lane> found = publish(untold);
      // What was told of would have been found without looking.
      pollDue.dueIn(pace.after(!told.containsAll(found)), now);
    } else {
      List<Lane> unused = publish(lanes.next(told, settings.smallBatches()));
    }
  }

  /** Returns those in which something waited. */
  private List<Lane> publish(List<Lane> lanesToRead) {
    if (lanesToRead.isEmpty()) {
      return List.of();
    }
    List<Integer> partitions = lanesToRead.stream().map(Lane::partition).toList();
    Map<Integer, List<PendingEvent>> heads =
        ports.pending().heads(partitions, settings.batchSize()).stream()
            .collect(Collectors.groupingBy(PendingEvent::partition));
    for (Lane lane : lanesToRead) {
      List<PendingEvent> head = heads.get(lane.partition());
      if (head != null) {
        send(lane, head);
      }
      lane.read();
    }
    return lanesToRead.stream().filter(lane -> heads.containsKey(lane.partition())).toList();
  }

  private void send(Lane lane, List<PendingEvent> head) {
    List<PendingEvent> events = Batches.fitting(head, settings.batchBytes());
    boolean full = events.size() == settings.batchSize() || events.size() < head.size();
    Batch batch = new Batch(lane.lease().orElseThrow(), events, full);
    long sendBefore = lane.heldUntil() - settings.sendAndAck().toNanos();
    ports.workers().run(() -> courier.send(batch, sendBefore));
    lane.sent();
  }

  private void pause(Throwable trouble) {
    failures++;
    pause.dueIn(backoff.after(failures), time.read());
    ports.listener().paused(trouble, failures);
  }
}
