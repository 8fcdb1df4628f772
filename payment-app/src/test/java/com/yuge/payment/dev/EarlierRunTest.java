package com.yuge.payment.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.settings.StartupException;
import com.yuge.payment.devstack.StackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunTest {
  private static final Path SHELL = Path.of("/bin/sh");

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void letItRun() throws IOException {
    Path unused = Files.createFile(FolderHolder.sign(folder));
  }

  @AfterEach
  void letItEnd() throws IOException {
    boolean unused = Files.deleteIfExists(FolderHolder.sign(folder));
    await().until(() -> StackFolder.holder(folder).isEmpty());
  }

  @Test
  void noneIsInTheWay() {
    EarlierRun.awaitEnd(folder, told::add);

    assertThat(told).isEmpty();
  }

  /** Its parent is this JVM, as it would be a Maven that lives. */
  @Test
  void oneThatLivesIsNamed() throws IOException {
    Process run = new ProcessBuilder(FolderHolder.command(folder)).inheritIO().start();
    awaitHolder();

    assertThatThrownBy(() -> EarlierRun.awaitEnd(folder, told::add))
        .isInstanceOf(StartupException.class)
        .hasMessageStartingWith("Process %d runs", run.pid());
    assertThat(told).isEmpty();
  }

  @Test
  void oneThatLostItsMavenIsWaitedFor() throws Exception {
    assumeThat(SHELL).exists();
    List<String> orphaning = new ArrayList<>(List.of(SHELL.toString(), "-c", "\"$@\" &", "sh"));
    orphaning.addAll(FolderHolder.command(folder));
    assertThat(new ProcessBuilder(orphaning).inheritIO().start().waitFor()).isZero();
    awaitHolder();

    EarlierRun.awaitEnd(folder, this::tellAndLetItEnd);

    assertThat(told).singleElement().asString().startsWith("waiting for the end");
    assertThat(StackFolder.holder(folder)).isEmpty();
  }

  private void tellAndLetItEnd(String message) {
    told.add(message);
    try {
      Files.delete(FolderHolder.sign(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitHolder() {
    await().atMost(Duration.ofSeconds(30)).until(() -> StackFolder.holder(folder).isPresent());
  }
}
