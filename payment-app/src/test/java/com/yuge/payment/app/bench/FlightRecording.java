package com.yuge.payment.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** What the threads of another JVM did for a while, by Java's flight recorder. */
record FlightRecording(List<RecordedEvent> events, Duration time) {
  /** The default leaves out what took less than 10 ms, which what wakes too often does. */
  private static final List<String> WAITS =
      List.of("jdk.ThreadPark", "jdk.ThreadSleep", "jdk.JavaMonitorWait");

  private static final String CPU = "jdk.ThreadCPULoad";
  private static final Duration CPU_PERIOD = Duration.ofSeconds(2);

  /** The threads whose names differ in a number only. */
  record Threads(String name, double percentOfACore, double wakesPerSecond) {}

  static void start(long pid) {
    List<String> command = new ArrayList<>(List.of("JFR.start", "name=idle", "settings=profile"));
    WAITS.forEach(wait -> command.add(wait + "#threshold=0ms"));
    command.add(CPU + "#period=" + CPU_PERIOD.toSeconds() + "s");
    jcmd(pid, command);
  }

  /** What was recorded since then: what the recorder itself had to do at its start is left out. */
  static FlightRecording end(long pid, Path file, Instant from) {
    Duration time = Duration.between(from, Instant.now());
    jcmd(pid, List.of("JFR.stop", "name=idle", "filename=" + file));
    try {
      List<RecordedEvent> all = RecordingFile.readAllEvents(file);
      return new FlightRecording(
          all.stream().filter(event -> event.getStartTime().isAfter(from)).toList(), time);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void jcmd(long pid, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(pid));
    command.addAll(words);
    try {
      Process told =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!told.waitFor(60, TimeUnit.SECONDS) || told.exitValue() != 0) {
        throw new IllegalStateException("failed: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no jcmd", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The busiest first. */
  List<Threads> threads() {
    Map<String, Double> cpu = new TreeMap<>();
    Map<String, Double> wakes = new TreeMap<>();
    for (RecordedEvent event : events) {
      String kind = event.getEventType().getName();
      if (kind.equals(CPU)) {
        cpu.merge(name(event.getThread()), coreSeconds(event), Double::sum);
      } else if (WAITS.contains(kind)) {
        wakes.merge(name(event.getThread()), 1.0, Double::sum);
      }
    }
    wakes.keySet().forEach(name -> cpu.putIfAbsent(name, 0.0));
    double seconds = time.toNanos() / 1e9;
    return cpu.entrySet().stream()
        .map(
            one ->
                new Threads(
                    one.getKey(),
                    100 * one.getValue() / seconds,
                    wakes.getOrDefault(one.getKey(), 0.0) / seconds))
        .sorted((a, b) -> Double.compare(b.percentOfACore(), a.percentOfACore()))
        .toList();
  }

  // The event tells what share of all cores it was.
  private static double coreSeconds(RecordedEvent load) {
    double share = load.getFloat("user") + load.getFloat("system");
    return share * Runtime.getRuntime().availableProcessors() * CPU_PERIOD.toSeconds();
  }

  @SuppressWarnings("NullAway") // A thread that has ended may have no name any more.
  private static String name(RecordedThread thread) {
    String name = thread == null ? null : thread.getJavaName();
    return name == null
        ? "(no name)"
        : name.replaceAll("[0-9a-f-]{36}[^_]*", "*").replaceAll("\\d+", "n");
  }
}
