package com.yuge.payment.app.e2e;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.PaymentApplication;
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

  private final JavaProcess java;

  private ServiceProcess(JavaProcess java) {
    this.java = java;
  }

  /** As compiled, on the tests' class path. */
  public static ServiceProcess start(String name, List<String> arguments) {
    List<String> compiled =
        List.of("-cp", JavaProcess.classPath(), PaymentApplication.class.getName());
    return start(name, compiled, arguments);
  }

  /** As packaged. */
  static ServiceProcess startJar(Path jar, List<String> arguments) {
    String name = String.valueOf(jar.getFileName());
    return start(name, List.of("-jar", jar.toString()), arguments);
  }

  private static ServiceProcess start(String name, List<String> what, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--logging.level.org.springframework.boot.tomcat=INFO");
    return new ServiceProcess(JavaProcess.start("service-" + name, what, all));
  }

  public PaymentApi api() {
    return new PaymentApi(await().atMost(PATIENCE).until(this::port, port -> port > 0));
  }

  String log() {
    return java.said();
  }

  private int port() {
    String text = log();
    if (!java.process().isAlive()) {
      throw new IllegalStateException("the service ended:\n" + text);
    }
    Matcher started = STARTED.matcher(text);
    return started.find() ? Integer.parseInt(started.group(1)) : 0;
  }

  public void kill() {
    java.kill();
  }

  @Override
  public void close() {
    java.stop();
  }
}
