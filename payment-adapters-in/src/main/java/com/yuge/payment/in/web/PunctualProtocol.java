package com.yuge.payment.in.web;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 whose heads have to come in time all in all; Tomcat's own timeout begins anew with each
 * byte. Public, since Tomcat makes it by its name.
 */
public final class PunctualProtocol extends Http11NioProtocol {
  private Duration headTimeout = Duration.ZERO;

  void setHeadTimeout(Duration headTimeout) {
    this.headTimeout = headTimeout;
  }

  @Override
  protected Processor createProcessor() {
    return new PunctualProcessor(this, getAdapter());
  }

  /** Reads one connection; called each time that bytes have come. */
  private static final class PunctualProcessor extends Http11Processor {
    private static final long NOT_BEGUN = -1;

    private final PunctualProtocol rules;

    PunctualProcessor(PunctualProtocol rules, Adapter adapter) {
      super(rules, adapter);
      this.rules = rules;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
      SocketState state = super.service(connection);
      long begin = request.getStartTimeNanos();
      // Open is what Tomcat calls a connection without a head, be it behind any number of blank
      // lines; long one with half a head.
      boolean waits = state == SocketState.OPEN || state == SocketState.LONG;
      if (!waits || isAsync() || begin == NOT_BEGUN) {
        return state;
      }
      boolean late = System.nanoTime() - begin > rules.headTimeout.toNanos();
      return late ? SocketState.CLOSED : SocketState.LONG;
    }
  }
}
