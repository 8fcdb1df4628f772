package com.yuge.payment.app.bench;

import com.yuge.payment.app.PaymentApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service as a process of its own, with the JVM's own settings. */
final class Instance implements AutoCloseable {
  private final Process process;
  private final Path log;

  private Instance(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Instance start(Path log, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    // Surefire hides the real class path in a manifest and tells it here.
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(PaymentApplication.class.getName());
    command.addAll(arguments);
    command.add("--logging.level.org.springframework.boot.tomcat=INFO");
    File output = log.toFile();
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Instance(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start an instance", e);
    }
  }

  boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the instance ended; see " + log);
    }
    try {
      return Files.readString(log).contains("Tomcat started on port");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks it to stop; what does not is killed. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
