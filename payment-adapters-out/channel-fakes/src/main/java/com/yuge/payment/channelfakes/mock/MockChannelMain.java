package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;

/** Runs the channel as a separate process, with the arguments {@code -c} and a settings file. */
public final class MockChannelMain {
  /** The text that is printed once the channel serves. */
  public static final String READY_MARK = "mock channel serves";

  private MockChannelMain() {}

  public static void main(String[] arguments) throws IOException {
    LoopbackServer.tuneProcess();
    // Never closed: it serves until the process is ended.
    MockChannelService service =
        MockChannelService.start(MockChannelSettings.read(Path.of(arguments[1])));
    System.out.println(READY_MARK + " " + service.url());
  }
}
