package com.yuge.payment.app.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.devstack.StackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The shipped script, from the first cell to the second one. */
final class MoveSlot {
  private static final Path SCRIPT = Path.of("src/deploy/cells/move-slot");
  private static final int END_MINUTES = 2;

  private final String slot;
  private final Path folder;
  private final String from;
  private final String to;

  MoveSlot(int slot, Cells cells) {
    this.slot = "%02d".formatted(slot);
    this.folder = cells.folder;
    this.from = cells.a.optionFile(folder).toString();
    this.to = cells.b.optionFile(folder).toString();
  }

  /** Runs a step that must succeed; returns what it printed. */
  String must(String step) {
    Path log = folder.resolve("move-slot-" + step + ".log");
    int exit = run(step, log);
    String said = read(log);
    assertThat(exit).as("%s: %s", step, said).isZero();
    return said;
  }

  boolean succeeds(String step) {
    return run(step, folder.resolve("move-slot-" + step + ".log")) == 0;
  }

  private int run(String step, Path log) {
    ProcessBuilder script =
        new ProcessBuilder("bash", SCRIPT.toString(), step, slot, from, to, "cell")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    script.environment().put("CLIENT", client("mariadb").toString());
    script.environment().put("DUMP", client("mariadb-dump").toString());
    try {
      Process running = script.start();
      assertThat(running.waitFor(END_MINUTES, TimeUnit.MINUTES)).isTrue();
      return running.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + SCRIPT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The database's own client, from the same artifact as the server. */
  private static Path client(String name) {
    String ofStack = StackFolder.ofTests("stack/mariadb/base").toString();
    Path binaries = Path.of(System.getProperty("mariadb.binaries", ofStack));
    try (Stream<Path> files = Files.walk(binaries)) {
      Path client =
          files
              .filter(file -> file.endsWith("bin/" + name))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no client " + name));
      assertThat(client.toFile().setExecutable(true)).isTrue();
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException("no client " + name, e);
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }
}
