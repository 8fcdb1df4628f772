package com.yuge.payment.domain.relay;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;

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
  private final Lanes lanes;
  private final Dispatch dispatch;
  private final StrikeOff strikeOff;
  private final Backoff backoff;
  private final Timer leasesDue;
  private final Timer pause;
  private BitSet told = new BitSet();
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
    this.courier = new Courier(owner, ports, settings, time);
    this.lanes = new Lanes(settings.batchSize());
    this.dispatch = new Dispatch(ports, settings, time, lanes, courier);
    this.strikeOff = new StrikeOff(lanes, ports.workers(), courier, time.read());
    this.backoff = new Backoff(settings.backoffMin(), settings.backoffMax(), time.jitter());
    this.leasesDue = new Timer(time.read());
    this.pause = new Timer(time.read());
  }

  /** Nanoseconds that the next turn may wait for mail. */
  public long untilNextDuty() {
    long now = time.read();
    long duty = Math.min(lanes.shortestPause(now).orElse(Long.MAX_VALUE), strikeOff.left(now));
    if (reading) {
      duty = Math.min(duty, Math.min(leasesDue.left(now), dispatch.untilDuty(now)));
    }
    return Math.max(duty, pause.left(now));
  }

  /** One turn: takes in the mail, then does what is due. */
  public void turn(Mail mail) {
    lanes.want(mail.committed());
    mail.delivered().forEach(this::receive);
    strikeOff.begin(time.read());
    if (!reading || !pause.isDue(time.read())) {
      return;
    }
    try {
      keepLeases();
      giveBack();
      dispatch.publish();
      failures = 0;
    } catch (Throwable trouble) {
      // An Error too: no other thread publishes, and payments go on.
      dispatch.doubt();
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
    ports.leases().leave(owner);
    return idle.size();
  }

  private void receive(Delivery delivery) {
    Lane lane = lanes.of(delivery.partition());
    Batch batch = delivery.batch();
    switch (delivery.result()) {
      case SENT -> {
        lane.sent(batch);
        return; // Its end is still to come.
      }
      case PUBLISHED -> {
        lane.published(batch);
        strikeOff.ended(lane);
        endPausesFor(ports.sender().brokerOf(delivery.partition()));
      }
      case BLOCKED -> lane.blocked(batch);
      case REFUSED -> refused(lane, delivery);
      case UNSENT -> lane.unsent(time.read(), backoff);
      case UNACKED -> {
        lane.unacked(time.read(), backoff);
        strikeOff.ended(lane);
      }
      case FENCED -> {
        lane.fenced();
        strikeOff.ended(lane);
        leasesDue.dueIn(Duration.ZERO, time.read());
      }
    }
    ports.listener().delivered(delivery, lane.pause().failures());
  }

  // Each would find out by itself, but only at the end of a pause that has grown with the outage.
  private void endPausesFor(String broker) {
    lanes.brokerTakes(
        lane -> {
          String waitsFor = ports.sender().brokerOf(lane.partition());
          return waitsFor.isEmpty() || waitsFor.equals(broker);
        },
        time.read());
  }

  private void refused(Lane lane, Delivery delivery) {
    int attempts = lane.refused(delivery.batch(), time.read(), backoff);
    if (attempts >= settings.maxAttempts()) {
      ports
          .workers()
          .run(() -> List.of(courier.block(delivery.batch(), attempts, delivery.reason())));
      lane.begin();
    }
  }

  // Three times fit into a lease before it ends, and more where a partition was locked just then.
  private void keepLeases() {
    long now = time.read();
    if (!leasesDue.isDue(now)) {
      return;
    }
    Standing standing = ports.leases().keep(owner, settings.lease());
    lanes.hold(standing.held(), now);
    lanes.share(standing.share());
    dispatch.learn(standing);
    leasesDue.dueIn(settings.lease().dividedBy(isRenewed(standing) ? 4 : 16), now);
    tellIfChanged();
  }

  private boolean isRenewed(Standing standing) {
    Duration renewed = settings.lease().dividedBy(8).multipliedBy(7);
    return standing.held().stream().allMatch(held -> held.left().compareTo(renewed) > 0);
  }

  private void giveBack() {
    List<Integer> given = lanes.takeGivenBack();
    if (!given.isEmpty()) {
      ports.leases().release(owner, given);
      tellIfChanged();
    }
  }

  private void tellIfChanged() {
    BitSet held = lanes.held();
    if (!held.equals(told)) {
      ports.listener().holds(held);
      told = held;
    }
  }

  private void pause(Throwable trouble) {
    failures++;
    pause.dueIn(backoff.after(failures), time.read());
    ports.listener().paused(trouble, failures);
  }
}
