package com.yuge.payment.out.outbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the relay: one thread for the {@link RelayLoop}, a few workers that send. */
final class OutboxRelay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  /** Below the web server's phases: it starts before requests come and stops after the last. */
  private static final int PHASE = 0;

  enum State {
    STOPPED,
    RUNNING,
    STOPPING
  }

  private final String owner;
  private final PartitionLeases leases;
  private final PendingEvents pending;
  private final EventSender sender;
  private final Inbox inbox;
  private final OutboxProperties properties;

  private volatile State state = State.STOPPED;
  private @Nullable Thread thread;

  OutboxRelay(
      String owner,
      PartitionLeases leases,
      PendingEvents pending,
      EventSender sender,
      Inbox inbox,
      OutboxProperties properties) {
    this.owner = owner;
    this.leases = leases;
    this.pending = pending;
    this.sender = sender;
    this.inbox = inbox;
    this.properties = properties;
  }

  @Override
  public synchronized void start() {
    if (state == State.STOPPED) {
      state = State.RUNNING;
      thread = new Thread(this::run, "outbox-relay");
      thread.setUncaughtExceptionHandler(
          (dead, error) -> log.error("Outbox relay died; events wait in the database", error));
      thread.start();
    }
  }

  private void run() {
    ExecutorService workers = workers();
    RelayLoop loop = new RelayLoop(owner, leases, pending, sender, workers, inbox, properties);
    try {
      while (state == State.RUNNING) {
        loop.turn();
      }
      loop.finish(properties.sendAndAck());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      workers.shutdownNow();
      state = State.STOPPED;
    }
  }

  private ExecutorService workers() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        properties.workers(), work -> new Thread(work, "outbox-send-" + number.incrementAndGet()));
  }

  /** Stops reading, waits for what is on its way, gives the leases back. */
  @Override
  public synchronized void stop() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    state = State.STOPPING;
    inbox.knock();
    try {
      running.join(TimeUnit.MILLISECONDS.convert(properties.sendAndAck().multipliedBy(2)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (running.isAlive()) {
      log.warn("Outbox relay did not stop in time; its leases end by themselves");
      running.interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return state != State.STOPPED;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
