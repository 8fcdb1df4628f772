package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.RelayEvents;
import com.yuge.payment.domain.outbox.relay.RelayPorts;
import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.outbox.relay.Ticker;
import com.yuge.payment.domain.outbox.relay.Workers;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the relay, from its start to a stop or to the Error that ends it. */
final class RelayRun {
  private static final Logger log = LoggerFactory.getLogger(RelayRun.class);

  private final RelayEvents relay;
  private final SendWorkers workers;
  private final RelaySignalQueue queue;
  private final Duration patience;

  static RelayRun begin(
      String owner,
      Function<Workers, RelayPorts> ports,
      RelaySignalQueue queue,
      RelaySettings settings,
      int workerCount) {
    SendWorkers workers = new SendWorkers(workerCount, queue);
    Ticker ticker = new Ticker(System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
    RelayEvents relay = new RelayEvents(owner, ports.apply(workers), settings, ticker);
    return new RelayRun(relay, workers, queue, settings.sendAndAck());
  }

  /**
   * @param patience how long a stop waits for batches in progress
   */
  private RelayRun(
      RelayEvents relay, SendWorkers workers, RelaySignalQueue queue, Duration patience) {
    this.relay = relay;
    this.workers = workers;
    this.queue = queue;
    this.patience = patience;
  }

  /** Publishes until the stop, then finishes the batches in progress and releases the leases. */
  void publishUntil(BooleanSupplier stopping) throws InterruptedException {
    while (!stopping.getAsBoolean()) {
      relay.runOnce(queue.await(relay.untilNextDuty()));
    }
    relay.stopReading();
    long end = System.nanoTime() + patience.toNanos();
    while (relay.isBusy() && end - System.nanoTime() > 0) {
      relay.runOnce(queue.await(Math.min(relay.untilNextDuty(), end - System.nanoTime())));
    }
    giveBack();
  }

  private void giveBack() {
    try {
      log.info("Outbox relay gave back {} partitions", relay.release());
    } catch (StoreUnavailable e) {
      log.warn("Outbox relay could not give its partitions back; its leases expire", e);
    }
  }

  /** Waits until all sends of this run have ended: they must not overlap with the next run. */
  void end() throws InterruptedException {
    workers.close();
    while (!workers.awaitEnd(patience)) {
      log.warn("Outbox relay waits for sends of its last run to end");
    }
    queue.clear();
  }
}
