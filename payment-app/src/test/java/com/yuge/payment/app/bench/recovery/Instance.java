package com.yuge.payment.app.bench.recovery;

import com.yuge.payment.app.bench.Waiting;
import com.yuge.payment.app.e2e.JavaProcess;
import java.util.List;

/** A {@link RelayMain}, seen from outside. */
record Instance(JavaProcess java) implements AutoCloseable {
  static Instance start(String name, List<String> arguments) {
    List<String> what =
        List.of("-Xmx256m", "-cp", JavaProcess.classPath(), RelayMain.class.getName());
    Instance started = new Instance(JavaProcess.start("recovery-" + name, what, arguments));
    Waiting.until("the start of " + name, started::isReady);
    return started;
  }

  private boolean isReady() {
    if (!java.process().isAlive()) {
      throw new IllegalStateException("it ended; see " + java.log());
    }
    return java.said().contains(RelayMain.READY);
  }

  long pid() {
    return java.process().pid();
  }

  void freeze() {
    java.signal("STOP");
  }

  void wake() {
    java.signal("CONT");
  }

  /**
   * The calls that were slow or failed and ended within this time, in milliseconds of the epoch.
   */
  List<String> trace(long from, long to) {
    return java.said()
        .lines()
        .filter(line -> line.matches("\\d{13} .*"))
        .filter(line -> at(line) >= from && at(line) <= to)
        .map(line -> "+" + (at(line) - from) + line.substring(13))
        .toList();
  }

  private static long at(String line) {
    return Long.parseLong(line.substring(0, 13));
  }

  /** As {@code kill -9} does. */
  @Override
  public void close() {
    java.kill();
  }
}
