package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.domain.fixtures.Leaks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;

/** The service as a process of its own, so that it can be killed. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

  private final JavaProcess java;

  private ServiceProcess(JavaProcess java) {
    this.java = java;
  }

  /** As compiled, on the tests' class path. */
  public static ServiceProcess start(String name, List<String> arguments) {
    return start(name, JavaProcess.QUICK_START, arguments);
  }

  /** As compiled, with these options of the JVM only. */
  public static ServiceProcess start(String name, List<String> options, List<String> arguments) {
    return start(name, Map.of(), options, arguments);
  }

  /** The same with these variables of its environment as well. */
  public static ServiceProcess start(
      String name, Map<String, String> environment, List<String> options, List<String> arguments) {
    List<String> compiled =
        List.of("-cp", JavaProcess.classPath(), PaymentApplication.class.getName());
    List<String> all = new ArrayList<>(arguments);
    all.add("--logging.level.org.springframework.boot.tomcat=INFO");
    return new ServiceProcess(
        JavaProcess.start("service-" + name, environment, options, compiled, all));
  }

  /** As shipped, or as extracted from that, with these options of the JVM only. */
  public static ServiceProcess startJar(Path jar, List<String> options, List<String> arguments) {
    List<String> packaged = List.of("-jar", jar.toAbsolutePath().toString());
    String name = "service-" + jar.getFileName();
    return new ServiceProcess(JavaProcess.start(name, options, packaged, arguments));
  }

  public PaymentApi api() {
    List<Integer> ports = quickly().atMost(PATIENCE).until(this::ports, found -> found.size() == 2);
    return new PaymentApi(ports.get(0), ports.get(1));
  }

  /** Waits that end soon after what they are for, so that a start's time can be told by them. */
  public static ConditionFactory quickly() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));
  }

  public ProcessHandle process() {
    return java.process().toHandle();
  }

  String log() {
    return java.said();
  }

  /** The service's own and then the operators', which begins to listen after it. */
  private List<Integer> ports() {
    String text = log();
    if (!java.process().isAlive()) {
      throw new IllegalStateException("the service ended:\n" + text);
    }
    return STARTED.matcher(text).results().map(port -> Integer.parseInt(port.group(1))).toList();
  }

  public void kill() {
    java.kill();
  }

  @Override
  public void close() {
    java.stop();
    assertThat(Leaks.inLog(log())).as("leak in %s", java.log()).isEmpty();
  }
}
