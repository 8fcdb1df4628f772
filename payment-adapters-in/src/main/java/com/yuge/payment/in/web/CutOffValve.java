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
import org.springframework.http.HttpHeaders;

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
    org.apache.coyote.Request sent = request.getCoyoteRequest();
    if (isBroken(sent)) {
      getNext().invoke(request, response);
      return;
    }
    if (sent.getContentLengthLong() > BodyLimit.MAX_BYTES) {
      // It is not read to its end, whoever refuses it: no next request can follow.
      response.setHeader(HttpHeaders.CONNECTION, "close");
    }
    getNext().invoke(request, response);
    if (!request.isAsync() && !sent.isFinished()) {
      response.finishResponse();
      readOnOrHangUp(sent, response.getStatus());
    }
  }

  /** Of such a request Tomcat reads nothing more, and could not say where it ends. */
  private static boolean isBroken(org.apache.coyote.Request sent) {
    AtomicBoolean broken = new AtomicBoolean();
    sent.action(ActionCode.IS_ERROR, broken);
    return broken.get();
  }

  private void readOnOrHangUp(org.apache.coyote.Request sent, int answered) {
    if (answered == Failure.BODY_TOO_SLOW.status() || isUnsent(sent) || !ends(sent)) {
      sent.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  /** The caller asked whether to send the body, and was told the answer in place of that. */
  private static boolean isUnsent(org.apache.coyote.Request sent) {
    return sent.hasExpectation() && sent.getBytesRead() == 0;
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
