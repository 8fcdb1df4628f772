package com.yuge.payment.app.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands of the root README's walk-through and of the callback by hand, as they stand. */
final class WalkThrough {
  private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```");
  private static final int BLOCKS = 3;
  private static final String PRESS_PAY = "curl -s -X POST $PAY_URL/pay\n";

  private WalkThrough() {}

  /** Runs all but the channels' fakes, at this port and as if it were this second. */
  static void run(int port, long second, Path folder) throws IOException, InterruptedException {
    List<String> blocks = blocks("../README.md", "\n## Walk through");
    List<String> byHand = blocks("../payment-adapters-in/README.md", "\n### A callback by hand");
    String script =
        """
        date() { echo %d; }
        set -e -o pipefail
        """
                .formatted(second)
            + blocks.get(0)
            + PRESS_PAY
            + String.join("", blocks.subList(1, BLOCKS))
            + byHand.get(0);
    assertThat(script).contains("/order-service/orders", "/refunds", "/mock-callback");
    Path file = Files.writeString(folder.resolve("walk-through"), at(script, port, folder));
    Process bash =
        new ProcessBuilder("bash", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("walk-through.log").toFile())
            .start();
    assertThat(bash.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(folder.resolve("walk-through.log"));
    assertThat(bash.exitValue()).as(said).isZero();
    assertThat(said).contains("\"result\":\"PROCESSED\"", "\"result\":\"IGNORED\"");
  }

  private static List<String> blocks(String file, String chapter) throws IOException {
    String readme = Files.readString(Path.of(file));
    String text = readme.substring(readme.indexOf(chapter));
    return BLOCK.matcher(text).results().map(WalkThrough::text).toList();
  }

  private static String text(MatchResult block) {
    return block.group(1);
  }

  private static String at(String script, int port, Path folder) {
    return script
        .replace("127.0.0.1:8083", "127.0.0.1:" + port)
        .replace("/tmp/payment.json", folder.resolve("payment.json").toString());
  }
}
