package com.yuge.payment.in.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The first step of a stop: callers go elsewhere while all requests are still answered. Readiness
 * is already down, and {@link DrainFilter} closes each connection after its next answer. Then
 * Spring Boot stops the web server. Without this step many connections are open at that moment, and
 * a request that arrives on one of them gets no answer.
 */
final class Drain implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Drain.class);

  private final Duration time;
  private volatile boolean running;
  private volatile boolean begun;

  Drain(Duration time) {
    this.time = time;
  }

  @Override
  public void start() {
    begun = false;
    running = true;
  }

  /** Blocks for the time of the drain. An interrupt ends it at once. */
  @Override
  public void stop() {
    begun = true;
    running = false;
    if (time.isZero()) {
      return;
    }
    log.info("Draining for {}: all requests are answered, and their connections closed", time);
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether callers should go elsewhere. */
  boolean hasBegun() {
    return begun;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /**
   * Above the phases of the web servers. They, and all components of lower phases, keep running
   * during the drain.
   */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
