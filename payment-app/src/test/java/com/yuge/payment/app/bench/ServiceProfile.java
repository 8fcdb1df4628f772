package com.yuge.payment.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Where a service's Java code spends its time, by the samples of a flight recording. */
final class ServiceProfile {
  private static final String REST = "the rest";

  /** A frame's class begins with the key; the innermost frame that has one decides. */
  private static final Map<String, String> PHASES = new LinkedHashMap<>();

  static {
    phase("JDBC driver", "com.mysql.");
    phase("pool", "com.zaxxer.");
    phase("Spring JDBC and transactions", "org.springframework.jdbc.");
    phase("Spring JDBC and transactions", "org.springframework.transaction.");
    phase("Spring JDBC and transactions", "org.springframework.dao.");
    phase("JSON", "tools.jackson.", "com.fasterxml.");
    phase("metrics and tracing", "io.micrometer.", "io.opentelemetry.");
    phase("metrics and tracing", "org.springframework.http.server.observation.");
    phase("logging", "ch.qos.logback.", "org.slf4j.");
    phase("RocketMQ client", "org.apache.rocketmq.", "io.netty.");
    phase("Redis", "redis.clients.", "io.github.bucket4j.", "com.yuge.payment.out.redis.");
    phase(
        "signature",
        "com.yuge.payment.in.callback.",
        "com.yuge.payment.out.channel.mock.",
        "com.yuge.payment.in.security.");
    phase("relay", "com.yuge.payment.domain.outbox.relay.", "com.yuge.payment.out.outbox.");
    phase("relay", "com.yuge.payment.out.rocketmq.");
    phase("use case and adapters", "com.yuge.payment.");
    phase("HTTP stack", "org.apache.tomcat.", "org.apache.coyote.", "org.apache.catalina.");
    phase("HTTP stack", "org.springframework.", "jakarta.");
  }

  private final Map<String, Integer> threads = new TreeMap<>();
  private final Map<String, Integer> phases = new TreeMap<>();
  private int samples;

  private static void phase(String name, String... prefixes) {
    for (String prefix : prefixes) {
      PHASES.put(prefix, name);
    }
  }

  static ServiceProfile of(Path recording) throws IOException {
    ServiceProfile profile = new ServiceProfile();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
          profile.add(event);
        }
      }
    }
    return profile;
  }

  private void add(RecordedEvent sample) {
    samples++;
    RecordedThread thread = sample.getThread("sampledThread");
    String name = thread == null || thread.getJavaName() == null ? REST : thread.getJavaName();
    threads.merge(name.isEmpty() ? "virtual" : name.replaceAll("\\d+", "n"), 1, Integer::sum);
    String phase =
        sample.getStackTrace().getFrames().stream()
            .map(ServiceProfile::phase)
            .filter(found -> !found.equals(REST))
            .findFirst()
            .orElse(REST);
    phases.merge(phase, 1, Integer::sum);
  }

  private static String phase(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return PHASES.entrySet().stream()
        .filter(phase -> type.startsWith(phase.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(REST);
  }

  /** Two tables in Markdown, in percent of all samples. */
  String markdown() {
    return "%d samples%n%n".formatted(samples) + table("phase", phases) + table("thread", threads);
  }

  private String table(String title, Map<String, Integer> counts) {
    StringBuilder table = new StringBuilder("| %s | %% |%n|---|---|%n".formatted(title));
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(
            row ->
                table.append(
                    "| %s | %.1f |%n".formatted(row.getKey(), 100.0 * row.getValue() / samples)));
    return table.append(System.lineSeparator()).toString();
  }
}
