package com.yuge.payment.out.outbox;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay's one thread: keeps the leases, reads heads, hands batches to the workers, and is told
 * how they fared. All of its state is its own; others reach it through the {@link Inbox}.
 */
final class RelayLoop {
  private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

  private final String owner;
  private final PartitionLeases leases;
  private final PendingEvents pending;
  private final EventSender sender;
  private final Executor workers;
  private final Inbox inbox;
  private final OutboxProperties properties;

  private final Lanes lanes = new Lanes();
  private final Backoff backoff;
  private final PollPace pace;
  private final Troubles troubles = new Troubles();
  private final Timer leasesDue = new Timer(System.nanoTime());
  private final Timer pollDue = new Timer(System.nanoTime());
  private final Timer pause = new Timer(System.nanoTime());
  private int failures;

  RelayLoop(
      String owner,
      PartitionLeases leases,
      PendingEvents pending,
      EventSender sender,
      Executor workers,
      Inbox inbox,
      OutboxProperties properties) {
    this.owner = owner;
    this.leases = leases;
    this.pending = pending;
    this.sender = sender;
    this.workers = workers;
    this.inbox = inbox;
    this.properties = properties;
    this.backoff =
        new Backoff(
            properties.backoffMin(),
            properties.backoffMax(),
            () -> ThreadLocalRandom.current().nextDouble());
    this.pace =
        new PollPace(
            properties.pollMin(),
            properties.pollMax(),
            () -> ThreadLocalRandom.current().nextDouble());
  }

  /** One round: waits for mail or for what is due, then does it. */
  void turn() throws InterruptedException {
    receive(inbox.await(untilNextDuty(System.nanoTime())));
    if (!pause.isDue(System.nanoTime())) {
      return;
    }
    try {
      keepLeases();
      publish();
      failures = 0;
    } catch (Throwable trouble) {
      // An Error too: this thread is the only one that publishes, and payments go on.
      pause(trouble);
    }
  }

  /** Waits for the batches on their way, at most so long, then gives everything idle back. */
  void finish(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (lanes.anyBusy() && end - System.nanoTime() > 0) {
      receive(inbox.await(end - System.nanoTime()));
    }
    List<Integer> idle = lanes.idle();
    leases.release(owner, idle);
    log.info("Outbox relay {} gave back {} partitions", owner, idle.size());
  }

  private long untilNextDuty(long now) {
    long duty = Math.min(leasesDue.left(now), pollDue.left(now));
    duty = Math.min(duty, lanes.shortestPause(now).orElse(duty));
    return Math.max(duty, pause.left(now));
  }

  private void receive(Inbox.Mail mail) {
    lanes.want(mail.committed());
    mail.delivered().forEach(this::receive);
  }

  private void receive(Delivery delivery) {
    Lane lane = lanes.of(delivery.partition());
    switch (delivery.result()) {
      case PUBLISHED -> {
        lane.published(delivery.full());
        troubles.over(delivery.partition());
      }
      case TROUBLE -> {
        lane.troubled(System.nanoTime(), backoff);
        troubles.tell(delivery, lane.failures());
      }
      case FENCED -> {
        lane.fenced();
        leasesDue.dueIn(Duration.ZERO, System.nanoTime());
        log.warn(
            "Partition {} was taken over while a batch of {} was sent: duplicates are possible",
            delivery.partition(),
            delivery.events());
      }
    }
  }

  // Three tries fit into a lease before it ends.
  private void keepLeases() {
    long now = System.nanoTime();
    if (!leasesDue.isDue(now)) {
      return;
    }
    BitSet before = lanes.held();
    lanes.hold(leases.keep(owner, properties.lease()), now);
    leasesDue.dueIn(properties.lease().dividedBy(4), now);
    BitSet held = lanes.held();
    if (!held.equals(before)) {
      troubles.keepOnly(held);
      log.info("Outbox relay {} holds {} partitions", owner, held.cardinality());
    }
  }

  private void publish() {
    long now = System.nanoTime();
    boolean poll = pollDue.isDue(now);
    if (poll) {
      lanes.wantAll();
    }
    List<Lane> ready = lanes.ready(now, properties.sendAndAck());
    boolean found = !ready.isEmpty() && publish(ready);
    if (poll) {
      pollDue.dueIn(pace.after(found), now);
    }
  }

  private boolean publish(List<Lane> ready) {
    List<Integer> partitions = ready.stream().map(Lane::partition).toList();
    Map<Integer, List<PendingEvent>> heads =
        pending.heads(partitions, properties.batchSize()).stream()
            .collect(Collectors.groupingBy(PendingEvent::partition));
    for (Lane lane : ready) {
      List<PendingEvent> head = heads.get(lane.partition());
      if (head != null) {
        send(lane, head);
      }
      lane.read();
    }
    return !heads.isEmpty();
  }

  private void send(Lane lane, List<PendingEvent> head) {
    Lease lease = lane.lease().orElseThrow();
    List<PendingEvent> batch = Batches.fitting(head, properties.batchBytes());
    boolean full = batch.size() == properties.batchSize() || batch.size() < head.size();
    long sendBefore = lane.heldUntil() - properties.sendAndAck().toNanos();
    workers.execute(
        new SendBatch(
            owner,
            lease,
            batch,
            sendBefore,
            full,
            sender,
            pending,
            inbox,
            properties.sendTimeout()));
    lane.sent();
  }

  private void pause(Throwable trouble) {
    failures++;
    pause.dueIn(backoff.after(failures), System.nanoTime());
    troubles.tellRelay(trouble, failures);
  }
}
