package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.RelayEvents;
import com.yuge.payment.domain.relay.RelayPorts;
import com.yuge.payment.domain.relay.RelayTime;
import com.yuge.payment.domain.relay.Workers;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
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

  private final Consumer<Throwable> onDeath;
  private volatile @Nullable RelayThread thread;

  /**
   * @param owner unique to this run of this instance
   * @param onDeath is told of each Error that ended a run of the relay
   */
  OutboxRelay(
      String owner,
      Function<Workers, RelayPorts> ports,
      Inbox inbox,
      OutboxProperties properties,
      Consumer<Throwable> onDeath) {
    this.owner = owner;
    this.ports = ports;
    this.inbox = inbox;
    this.properties = properties;
    this.onDeath = onDeath;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      thread = new RelayThread(this::newRun, properties.restartBackOff(), onDeath);
      thread.start();
    }
  }

  private RelayRun newRun() {
    SendWorkers workers = new SendWorkers(properties.workers(), inbox);
    RelayTime time =
        new RelayTime(System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
    RelayEvents relay = new RelayEvents(owner, ports.apply(workers), properties.settings(), time);
    return new RelayRun(relay, workers, inbox, properties.settings().sendAndAck());
  }

  /** Stops reading, waits for what is on its way, gives the leases back. */
  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.beginToStop();
      inbox.knock();
      thread.joinOrInterrupt(properties.settings().sendAndAck().multipliedBy(2));
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
    return asked == null ? RelayState.STOPPED : asked.state();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
