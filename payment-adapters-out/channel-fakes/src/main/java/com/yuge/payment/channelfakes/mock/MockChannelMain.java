package com.yuge.payment.channelfakes.mock;

import java.io.IOException;
import java.nio.file.Path;

/** The channel as a process of its own: {@code -c} and a file of settings. */
public final class MockChannelMain {
  /** What is printed once it serves. */
  public static final String READY_MARK = "mock channel serves";

  private MockChannelMain() {}

  public static void main(String[] arguments) throws IOException {
    // The JDK's server otherwise lets small answers wait for more, and requests take any time.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("jdk.httpserver.maxConnections", "2000");
    // Never closed: it serves until the process is ended.
    MockChannelService service =
        MockChannelService.start(MockChannelSettings.read(Path.of(arguments[1])));
    System.out.println(READY_MARK + " " + service.url());
  }
}
