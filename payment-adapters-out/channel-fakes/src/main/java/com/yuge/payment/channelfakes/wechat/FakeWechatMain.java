package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the fake as a separate process, with the arguments {@code -c} and a settings file. A missing
 * file is written, with new keys beside it.
 */
public final class FakeWechatMain {
  /** The text that is printed once the fake serves. */
  public static final String READY_MARK = "fake WeChat Pay serves";

  private static final int DEFAULT_PORT = 18_091;

  private FakeWechatMain() {}

  public static void main(String[] arguments) throws IOException {
    LoopbackServer.tuneProcess();
    Path file = Path.of(arguments[1]);
    if (!Files.exists(file)) {
      new FakeWechatSettings(DEFAULT_PORT, FakeWechatKeys.generate(), 1).write(file);
    }
    // Never closed: it serves until the process is ended.
    FakeWechat fake = FakeWechat.start(FakeWechatSettings.read(file));
    System.out.println(READY_MARK + " " + fake.url());
  }
}
