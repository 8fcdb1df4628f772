package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the fake as a separate process, with the arguments {@code -c} and a settings file. A missing
 * file is written, with new keys beside it.
 */
public final class FakeAlipayMain {
  /** The text that is printed once the fake serves. */
  public static final String READY_MARK = "fake Alipay serves";

  private static final int DEFAULT_PORT = 18_092;

  private FakeAlipayMain() {}

  public static void main(String[] arguments) throws IOException {
    LoopbackServer.tuneProcess();
    Path file = Path.of(arguments[1]);
    if (!Files.exists(file)) {
      new FakeAlipaySettings(DEFAULT_PORT, FakeAlipayKeys.generate(), 1).write(file);
    }
    // Never closed: it serves until the process is ended.
    FakeAlipay fake = FakeAlipay.start(FakeAlipaySettings.read(file));
    System.out.println(READY_MARK + " " + fake.gatewayUrl());
  }
}
