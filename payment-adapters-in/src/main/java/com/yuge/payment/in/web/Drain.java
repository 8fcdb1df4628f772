package com.yuge.payment.in.web;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The first step of a stop: callers go elsewhere while all requests are still answered. Readiness
 * is down already. {@link DrainFilter} has each answer close its connection. When the time is up,
 * nobody can connect any more, and all that have connected are still answered. Spring Boot's own
 * stop, which follows, closes connections unanswered whose request it has not read yet.
 */
final class Drain implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Drain.class);

  private static final Duration LAST_REQUESTS = Duration.ofSeconds(1);

  private final Duration time;
  private volatile DrainingProtocol.@Nullable Http protocol;
  private volatile boolean running;
  private volatile boolean begun;

  Drain(Duration time) {
    this.time = time;
  }

  /** Takes the connector of the callers' port. */
  void watch(Connector connector) {
    if (connector.getProtocolHandler() instanceof DrainingProtocol.Http http) {
      protocol = http;
    }
  }

  @Override
  public void start() {
    begun = false;
    running = true;
  }

  /** Blocks for the time of the drain and for at most 2 s more. An interrupt ends it at once. */
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
      answerTheLast();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // A connection that stays idle is not waited for any longer.
  private void answerTheLast() {
    DrainingProtocol.Http listening = protocol;
    if (listening != null) {
      listening.refuseConnections();
      long unused = listening.awaitConnectionsClose(LAST_REQUESTS.toMillis());
    }
  }

  /** Returns whether callers are to go elsewhere. */
  boolean hasBegun() {
    return begun;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Above the phases of the web servers, which go on meanwhile, as does all else below. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
