package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.RelayEvents;
import com.yuge.payment.domain.relay.RelayPorts;
import com.yuge.payment.domain.relay.RelayTime;
import com.yuge.payment.domain.relay.Workers;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the relay while the service runs: one thread that decides, a few workers that send. */
final class OutboxRelay implements SmartLifecycle {
  /** Below the web server's phases: it starts before requests come and stops after the last. */
  private static final int PHASE = 0;

  private final String owner;
  private final Function<Workers, RelayPorts> ports;
  private final Inbox inbox;
  private final OutboxProperties properties;

  private @Nullable SendWorkers workers;
  private volatile @Nullable RelayThread thread;

  /**
   * @param owner unique to this run of this instance
   */
  OutboxRelay(
      String owner, Function<Workers, RelayPorts> ports, Inbox inbox, OutboxProperties properties) {
    this.owner = owner;
    this.ports = ports;
    this.inbox = inbox;
    this.properties = properties;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      SendWorkers started = new SendWorkers(properties.workers(), inbox);
      RelayTime time =
          new RelayTime(System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
      RelayEvents relay = new RelayEvents(owner, ports.apply(started), properties.settings(), time);
      workers = started;
      thread = new RelayThread(relay, inbox, properties.settings().sendAndAck());
      thread.start();
    }
  }

  /** Stops reading, waits for what is on its way, gives the leases back. */
  @Override
  public synchronized void stop() {
    if (thread != null && workers != null) {
      thread.finishAndJoin();
      workers.close();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  // Not synchronized: it is asked while a stop waits.
  RelayState state() {
    RelayThread asked = thread;
    return asked == null ? RelayState.STOPPED : asked.life();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
