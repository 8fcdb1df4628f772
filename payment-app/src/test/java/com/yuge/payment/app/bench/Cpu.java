package com.yuge.payment.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Processor time spent so far; unlike elapsed time it bears a busy machine. */
record Cpu(Duration service, Duration database, Duration broker) {
  static Cpu now() {
    return new Cpu(
        of(ProcessHandle.current()),
        ofChildren(command -> command.contains("mariadbd") || command.contains("mysqld")),
        ofChildren(command -> command.contains("rocketmq/broker")));
  }

  static Duration of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Of that JVM's compiler threads, in hundredths of a second; none where there is no /proc. */
  static Duration ofCompiler(ProcessHandle jvm) {
    Path threads = Path.of("/proc", Long.toString(jvm.pid()), "task");
    if (!Files.isDirectory(threads)) {
      return Duration.ZERO;
    }
    try (Stream<Path> all = Files.list(threads)) {
      return all.map(Cpu::stat)
          .filter(stat -> stat.contains(" CompilerThre"))
          .map(Cpu::ofThread)
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + threads, e);
    }
  }

  private static String stat(Path thread) {
    try {
      return Files.readString(thread.resolve("stat"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + thread, e);
    }
  }

  // proc(5): behind the name in brackets comes the third field; 14 and 15 are user's and system's
  // time.
  private static Duration ofThread(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Duration.ofMillis(10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12])));
  }

  private static Duration ofChildren(Predicate<String> which) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> which.test(process.info().commandLine().orElse("")))
        .map(Cpu::of)
        .reduce(Duration.ZERO, Duration::plus);
  }

  Cpu since(Cpu before) {
    return new Cpu(
        service.minus(before.service),
        database.minus(before.database),
        broker.minus(before.broker));
  }

  /** For the reader of a report. */
  String perThousand(long events) {
    return "CPU ms per 1000: service %.0f, database %.0f, broker %.0f"
        .formatted(
            service.toMillis() * 1000.0 / events,
            database.toMillis() * 1000.0 / events,
            broker.toMillis() * 1000.0 / events);
  }
}
