package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the fake as a separate process, with the arguments port and folder of the keys, and if
 * wanted the factor for the pauses between tries of a notification. Keys are made if the folder has
 * none.
 */
public final class FakeWechatMain {
  /** The text that is printed once the fake serves. */
  public static final String READY_MARK = "fake WeChat Pay serves";

  private FakeWechatMain() {}

  public static void main(String[] arguments) throws IOException {
    LoopbackServer.tuneProcess();
    double retryFactor = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 1;
    // Never closed: it serves until the process is ended.
    FakeWechat fake =
        FakeWechat.start(
            new FakeWechatSettings(
                Integer.parseInt(arguments[0]), keys(Path.of(arguments[1])), retryFactor));
    System.out.println(READY_MARK + " " + fake.url());
  }

  private static FakeWechatKeys keys(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(FakeWechatKeys.KEYS_FILE))) {
      FakeWechatKeys.generate().write(folder);
    }
    return FakeWechatKeys.read(folder);
  }
}
