package com.yuge.payment.in.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hangs up behind the answer on who does not send the rest of a body in time: Tomcat would read on
 * for as long as bytes trickle, to see where the next request begins.
 */
final class CutOffValve extends ValveBase {
  private static final Logger log = LoggerFactory.getLogger(CutOffValve.class);

  private final HttpProperties limits;

  CutOffValve(HttpProperties limits) {
    super(true);
    this.limits = limits;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    org.apache.coyote.Request sent = request.getCoyoteRequest();
    if (request.isAsync() || isBroken(sent) || sent.isFinished()) {
      return;
    }
    response.finishResponse();
    boolean tooSlow = response.getStatus() == Failure.BODY_TOO_SLOW.status();
    if (tooSlow || !ends(sent)) {
      sent.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  /** Of such a request Tomcat reads nothing more, and could not say where it ends. */
  private static boolean isBroken(org.apache.coyote.Request sent) {
    AtomicBoolean broken = new AtomicBoolean();
    sent.action(ActionCode.IS_ERROR, broken);
    return broken.get();
  }

  private boolean ends(org.apache.coyote.Request sent) {
    try {
      return new RestOfBody(sent).ends(BodyLimit.MAX_BYTES, limits.receiveTimeout());
    } catch (IOException hungUp) {
      log.debug("caller sent half a body", hungUp);
      return false;
    }
  }
}
