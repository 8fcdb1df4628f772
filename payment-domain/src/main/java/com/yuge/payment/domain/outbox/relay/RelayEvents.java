package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/**
 * The relay of one instance: renews its leases, reads the heads of its partitions, sends them, and
 * receives the results. Used by one thread; other threads pass it {@link RelaySignals}.
 */
public final class RelayEvents {
  /**
   * The longest pause until an unavailable store or broker is tried again. Of all partitions that
   * wait for a broker, one tries that often, and its success ends the pauses of the others.
   */
  static final Duration TRY_EVERY = Duration.ofMillis(500);

  private final String owner;
  private final RelayPorts ports;
  private final RelaySettings settings;
  private final Ticker ticker;
  private final BatchPublisher publisher;
  private final OwnedPartitions partitions;
  private final BatchDispatcher dispatcher;
  private final AckBatcher acks;
  private final Backoff backoff;
  private final Backoff tries;
  private final Timer leasesDue;
  private final Timer pause;
  private BitSet reported = new BitSet();
  private int failures;
  private boolean reading = true;

  /**
   * @param owner unique to this run of this instance
   */
  public RelayEvents(String owner, RelayPorts ports, RelaySettings settings, Ticker ticker) {
    this.owner = owner;
    this.ports = ports;
    this.settings = settings;
    this.ticker = ticker;
    this.publisher = new BatchPublisher(owner, ports, settings, ticker);
    this.partitions = new OwnedPartitions(settings.batchSize());
    this.dispatcher = new BatchDispatcher(ports, settings, ticker, partitions, publisher);
    this.acks = new AckBatcher(partitions, ports.workers(), publisher, ticker.read());
    this.backoff = new Backoff(settings.backoffMin(), settings.backoffMax(), ticker.jitter());
    this.tries = backoff.within(TRY_EVERY);
    this.leasesDue = new Timer(ticker.read());
    this.pause = new Timer(ticker.read());
  }

  /** Nanoseconds that the next run may wait for signals. */
  public long untilNextDuty() {
    long now = ticker.read();
    long duty = Math.min(partitions.shortestPause(now).orElse(Long.MAX_VALUE), acks.left(now));
    if (reading) {
      duty = Math.min(duty, Math.min(leasesDue.left(now), dispatcher.untilDuty(now)));
    }
    return Math.max(duty, pause.left(now));
  }

  /** Handles the signals, then does what is due. */
  public void runOnce(RelaySignals signals) {
    partitions.markDirty(signals.committed());
    signals.results().forEach(this::receive);
    acks.begin(ticker.read());
    if (!reading || !pause.isDue(ticker.read())) {
      return;
    }
    try {
      renewLeases();
      giveBack();
      dispatcher.publish();
      storeAnswered();
    } catch (Throwable trouble) {
      // Errors are caught, too: no other thread publishes, and payments continue.
      dispatcher.storeFailed();
      pause(trouble);
    }
  }

  /** Starts nothing new from now on; later runs only finish the work in progress. */
  public void stopReading() {
    reading = false;
  }

  public boolean isBusy() {
    return partitions.anyBusy();
  }

  /**
   * Gives all idle partitions back, so that other instances need not wait for the leases to end.
   *
   * @return how many partitions
   */
  public int release() {
    List<Integer> idle = partitions.idle();
    ports.leases().release(owner, idle);
    ports.leases().leave(owner);
    return idle.size();
  }

  private void receive(BatchResult result) {
    OwnedPartition owned = partitions.of(result.partition());
    Batch batch = result.batch();
    switch (result.status()) {
      case SENT -> {
        owned.sent(batch);
        endPausesFor(ports.sender().brokerOf(result.partition()));
        return; // The ack is still to come.
      }
      case PUBLISHED -> {
        owned.published(batch);
        acks.ended(owned);
      }
      case BLOCKED -> owned.blocked(batch);
      case REFUSED -> refused(owned, result);
      case UNSENT -> unsent(owned);
      case UNACKED -> {
        owned.unacked(ticker.read(), backoff);
        acks.ended(owned);
      }
      case FENCED -> {
        owned.fenced();
        acks.ended(owned);
        leasesDue.dueIn(Duration.ZERO, ticker.read());
      }
    }
    ports.listener().batchEnded(result, owned.pause().failures());
  }

  private void unsent(OwnedPartition owned) {
    long now = ticker.read();
    String broker = ports.sender().brokerOf(owned.partition());
    boolean mayWait =
        partitions.anotherTriesWithin(TRY_EVERY, owned, other -> mayBeOf(broker, other), now);
    owned.unsent(now, backoff, mayWait ? backoff : tries);
  }

  // Without this, each partition would wait until the end of a pause that has grown during the
  // outage.
  private void endPausesFor(String broker) {
    partitions.brokerTakes(owned -> mayBeOf(broker, owned), ticker.read());
  }

  private boolean mayBeOf(String broker, OwnedPartition owned) {
    String its = ports.sender().brokerOf(owned.partition());
    return its.isEmpty() || its.equals(broker);
  }

  private void refused(OwnedPartition owned, BatchResult result) {
    int attempts = owned.refused(result.batch(), ticker.read(), backoff);
    if (attempts >= settings.maxAttempts()) {
      ports
          .workers()
          .run(() -> List.of(publisher.block(result.batch(), attempts, result.reason())));
      owned.begin();
    }
  }

  // A lease is renewed three times before it ends, and more often if a partition was locked.
  private void renewLeases() {
    long now = ticker.read();
    if (!leasesDue.isDue(now)) {
      return;
    }
    LeaseRenewal renewal = ports.leases().renew(owner, settings.lease());
    partitions.hold(renewal.held(), now);
    partitions.share(renewal.share());
    dispatcher.learn(renewal);
    leasesDue.dueIn(
        isRenewed(renewal) ? settings.renewEvery() : settings.lease().dividedBy(16), now);
    lookWhenAnotherLeaseEnds(renewal.nextEnd());
    reportIfChanged();
  }

  // The partitions of a dead instance are then taken over as soon as their leases end, and not only
  // at the next renewal. The jitter keeps the other instances from querying at the same moment.
  private void lookWhenAnotherLeaseEnds(Duration end) {
    long now = ticker.read();
    Duration jitter = settings.lease().dividedBy(32);
    Duration look = end.plusNanos(1 + (long) (jitter.toNanos() * ticker.jitter().getAsDouble()));
    if (look.toNanos() < leasesDue.left(now)) {
      leasesDue.dueIn(look, now);
    }
  }

  private boolean isRenewed(LeaseRenewal renewal) {
    Duration renewed = settings.lease().dividedBy(8).multipliedBy(7);
    return renewal.held().stream().allMatch(held -> held.left().compareTo(renewed) > 0);
  }

  private void giveBack() {
    List<Integer> given = partitions.takeGivenBack();
    if (!given.isEmpty()) {
      ports.leases().release(owner, given);
      reportIfChanged();
    }
  }

  private void reportIfChanged() {
    BitSet held = partitions.held();
    if (!held.equals(reported)) {
      ports.listener().partitionsChanged(held);
      reported = held;
    }
  }

  // Acks that failed while the store was unavailable need not wait for the end of their own pauses.
  private void storeAnswered() {
    if (failures > 0) {
      failures = 0;
      partitions.storeAnswers(ticker.read());
    }
  }

  private void pause(Throwable trouble) {
    failures++;
    pause.dueIn(tries.after(failures), ticker.read());
    ports.listener().paused(trouble, failures);
  }
}
