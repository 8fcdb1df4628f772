package com.yuge.payment.app.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** Whether the relay has warned: what it sent again after a timeout may have come twice. */
public final class RelayTrouble {
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  public RelayTrouble() {
    log.start();
    ((Logger) LoggerFactory.getLogger("com.yuge.payment.out.outbox")).addAppender(log);
  }

  public boolean wasThere() {
    return log.list.stream().anyMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }
}
