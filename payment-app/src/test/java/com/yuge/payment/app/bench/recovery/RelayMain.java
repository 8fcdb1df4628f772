package com.yuge.payment.app.bench.recovery;

import com.yuge.payment.app.proof.RelayService;
import java.io.IOException;
import java.io.InputStream;

/** An instance as a process of its own. It ends when its standard input does. */
final class RelayMain {
  static final String READY = "ready";

  private RelayMain() {}

  public static void main(String[] arguments) throws IOException {
    var unused = RelayService.application(new TracedPorts()).run(arguments);
    System.out.println(READY);
    try (InputStream input = System.in) {
      while (input.read() >= 0) {
        // Nobody writes; only the end is awaited.
      }
    }
    Runtime.getRuntime().halt(1);
  }
}
