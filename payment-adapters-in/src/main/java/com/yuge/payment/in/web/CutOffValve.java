package com.yuge.payment.in.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Hangs up on who was too slow: Tomcat would read the rest of the body, however long it takes. */
final class CutOffValve extends ValveBase {
  CutOffValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    // An answer of this status closes the connection, so the rest is no request either.
    if (response.getStatus() == Failure.BODY_TOO_SLOW.status()) {
      response.finishResponse();
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }
}
