package com.yuge.payment.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.rocketmq.common.message.MessageQueue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 1, 2 and 3 instances, each a process: what they cost when idle, and how fast they drain. */
final class InstancesPart implements Part {
  private static final int MOST = 3;
  private static final int EVENTS = 50_000;
  private static final Duration IDLE = Duration.ofSeconds(60);

  /** What a JVM does after its start, and the leases of the one before, are over by then. */
  private static final Duration SETTLE = Duration.ofSeconds(15);

  private final Path folder;

  InstancesPart(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "instances";
  }

  @Override
  public void run(Bench bench, Results results) {
    bench.service().stopRelay();
    String url = bench.stack().createDatabase("bench_instances");
    DataSource pool = bench.stack().pool(url);
    List<Instance> instances = new ArrayList<>();
    try {
      for (int count = 1; count <= MOST; count++) {
        Path log = folder.resolve("instance-" + count + ".log");
        Instance started = Instance.start(log, bench.stack().arguments(url));
        instances.add(started);
        Waiting.until("the start of an instance", started::isReady);
        measure(bench, results, pool, instances);
      }
    } finally {
      instances.forEach(Instance::close);
    }
  }

  private void measure(Bench bench, Results results, DataSource pool, List<Instance> instances) {
    String name = instances.size() + (instances.size() == 1 ? " instance" : " instances");
    EventLog events = new EventLog(pool);
    drain(bench, new Results(), events, name, bench.scale().events(EVENTS) / 4);
    Waiting.pass(bench.scale().time(SETTLE));
    idle(results, pool, name, instances, bench.scale().time(IDLE));
    drain(bench, results, events, name, bench.scale().events(EVENTS));
  }

  private void idle(
      Results results, DataSource pool, String name, List<Instance> instances, Duration time) {
    JdbcClient jdbc = JdbcClient.create(pool);
    Duration cpu = cpu(instances);
    long questions = questions(jdbc);
    Waiting.pass(time);
    // The second look is a question too.
    double asked = questions(jdbc) - questions - 1;
    double busy = cpu(instances).minus(cpu).toNanos();
    double seconds = time.toNanos() / 1e9;
    String note = "over %.0f s, all instances together".formatted(seconds);
    results.figure(name(), name + ", idle: queries", asked / seconds, "queries/s", note);
    results.figure(name(), name + ", idle: CPU", 100 * busy / time.toNanos(), "% of a core", note);
  }

  private static Duration cpu(List<Instance> instances) {
    return instances.stream()
        .map(instance -> Cpu.of(instance.handle()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static long questions(JdbcClient jdbc) {
    return jdbc.sql("SHOW GLOBAL STATUS LIKE 'Questions'")
        .query((row, n) -> row.getLong(2))
        .single();
  }

  private void drain(Bench bench, Results results, EventLog events, String name, int count) {
    events.write(count);
    Map<MessageQueue, Long> begin = bench.topic().end();
    Timing timing =
        Timing.of(
            () -> {
              events.release(count);
              Waiting.until(name, () -> bench.topic().countSince(begin) >= count);
            });
    Waiting.until("the last strike", () -> events.pending() == 0);
    String note = count + " events that come to wait at one moment, found by polling";
    results.figure(name(), name + ", drain", timing.perSecond(count), "events/s", note);
    Delivered.since(begin, EventLog.ids(count), bench).require(name, bench, results);
    events.clear();
  }
}
