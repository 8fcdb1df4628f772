package com.yuge.payment.app.e2e;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.PaymentApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, so that it can be killed. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

  private final Process process;
  private final Path log;

  private ServiceProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** As compiled, on the tests' class path. */
  public static ServiceProcess start(String name, List<String> arguments) throws IOException {
    List<String> compiled = List.of("-cp", classPath(), PaymentApplication.class.getName());
    return start(name, compiled, arguments);
  }

  /** As packaged. */
  static ServiceProcess startJar(Path jar, List<String> arguments) throws IOException {
    String name = String.valueOf(jar.getFileName());
    return start(name, List.of("-jar", jar.toString()), arguments);
  }

  private static ServiceProcess start(String name, List<String> what, List<String> arguments)
      throws IOException {
    Path log = Path.of("target", "service-" + name + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Drocketmq.log.root=" + Path.of("target", "rocketmq-client").toAbsolutePath());
    command.addAll(what);
    command.addAll(arguments);
    command.add("--logging.level.org.springframework.boot.tomcat=INFO");
    File output = log.toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new ServiceProcess(process, log);
  }

  // Surefire hides the real class path in a manifest and tells it here.
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  public PaymentApi api() {
    return new PaymentApi(await().atMost(PATIENCE).until(this::port, port -> port > 0));
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  private int port() throws IOException {
    String text = log();
    if (!process.isAlive()) {
      throw new IllegalStateException("the service ended:\n" + text);
    }
    Matcher started = STARTED.matcher(text);
    return started.find() ? Integer.parseInt(started.group(1)) : 0;
  }

  /** As {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
  }

  /** Asks it to stop, as an operator would, and sees that it does. */
  @Override
  public void close() {
    process.destroy();
    await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
  }
}
