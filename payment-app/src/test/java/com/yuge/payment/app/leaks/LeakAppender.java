package com.yuge.payment.app.leaks;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import com.yuge.payment.domain.fixtures.Leaks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Looks at every line that is logged, whichever context Spring Boot has just made. */
public final class LeakAppender extends AppenderBase<ILoggingEvent> {
  /** What unpacks and starts MariaDB for the tests, and tells which: no part of the service. */
  private static final String TEST_SERVER = "ch.vorburger.";

  private static final int MOST = 100;
  private static final BlockingQueue<String> FOUND = new LinkedBlockingQueue<>(MOST);

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLoggerName().startsWith(TEST_SERVER)) {
      return;
    }
    StringBuilder told = new StringBuilder(event.getFormattedMessage());
    for (IThrowableProxy e = event.getThrowableProxy(); e != null; e = e.getCause()) {
      told.append('\n').append(e.getClassName()).append(": ").append(e.getMessage());
    }
    String text = told.toString();
    Leaks.inLog(text)
        .map(leak -> "'" + leak + "' logged by " + event.getLoggerName() + ": " + text)
        .ifPresent(LeakAppender::keep);
  }

  // Of more than that nobody reads the rest.
  private static void keep(String leak) {
    boolean unused = FOUND.offer(leak);
  }

  /** What was found since it was last asked for. */
  static List<String> take() {
    List<String> found = new ArrayList<>();
    FOUND.drainTo(found);
    return found;
  }
}
