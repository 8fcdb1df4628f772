package com.yuge.payment.app.bench;

import java.time.Duration;
import java.util.function.Predicate;

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
