package com.yuge.payment.app.hostile;

import java.util.List;

/** A service where nobody needs a key, one for all tests of a JVM; it soon cuts off who is slow. */
final class OpenService {
  static final HostileService ONE =
      new HostileService(
          "payment_hostile_open",
          List.of("--server.tomcat.connection-timeout=3s", "--payment.http.receive-timeout=3s"));

  private OpenService() {}
}
