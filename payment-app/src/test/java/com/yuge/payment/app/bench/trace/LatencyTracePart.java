package com.yuge.payment.app.bench.trace;

import com.yuge.payment.app.bench.Arrivals;
import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.BenchService;
import com.yuge.payment.app.bench.Delivered;
import com.yuge.payment.app.bench.EventLog;
import com.yuge.payment.app.bench.OpenLoop;
import com.yuge.payment.app.bench.OpenOrders;
import com.yuge.payment.app.bench.Part;
import com.yuge.payment.app.bench.Payments;
import com.yuge.payment.app.bench.Results;
import com.yuge.payment.app.bench.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.rocketmq.common.message.MessageQueue;

/** Follows each event of a steady load through the relay, by watches around the relay's ports. */
public final class LatencyTracePart implements Part {
  private static final int PER_SECOND = Integer.getInteger("bench.trace.rate", 200);
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("bench.trace.seconds", 60));
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final int WARM_UP_PER_SECOND = 500;
  private static final int THREADS = 8;

  private final Path folder;

  public LatencyTracePart(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "latency-trace";
  }

  /** In a database and a service of its own, so that nothing stands between the others' ports. */
  @Override
  public void run(Bench bench, Results results) {
    bench.service().stopRelay();
    String url = bench.stack().createDatabase("bench_trace");
    DataSource pool = bench.stack().pool(url);
    Tracer tracer = new Tracer();
    try (BenchService service =
        BenchService.start(bench.stack().usualArguments(url), new TracedPorts(tracer))) {
      Bench traced = bench.on(service, pool, new EventLog(pool));
      Moments unused =
          measure(traced, tracer, new Results(), WARM_UP_PER_SECOND, bench.scale().time(WARM_UP));
      Moments moments = measure(traced, tracer, results, PER_SECOND, bench.scale().time(TIME));
      tell(TraceTable.of("%d payments a second".formatted(PER_SECOND), moments), results);
      service.stopRelay();
    }
  }

  private Moments measure(
      Bench bench, Tracer tracer, Results results, int perSecond, Duration time) {
    int count = (int) (perSecond * time.toSeconds());
    Moments moments = new Moments(count);
    new OpenOrders(bench.pool()).load(count);
    bench.events().clear();
    tracer.begin(moments);
    bench.service().startRelay();
    Map<MessageQueue, Long> begin = bench.topic().end();
    Payments payments = Payments.of(bench.service());
    try (Arrivals arrivals = new Arrivals(bench.stack().nameServer(), begin, count)) {
      new OpenLoop(perSecond, THREADS)
          .run(
              count,
              number -> {
                tracer.note(Moment.BEGUN, number);
                payments.pay(number);
              });
      Waiting.until("the last event", () -> bench.events().pending() == 0);
      if (!Waiting.happens(() -> arrivals.count() == count)) {
        results.problem(name() + ": not every event came to the consumer");
      }
      received(arrivals, moments);
    }
    Delivered.since(begin, OpenOrders.eventIds(count), bench).require(name(), bench, results);
    return moments;
  }

  private static void received(Arrivals arrivals, Moments moments) {
    for (int number = 0; number < moments.count(); number++) {
      moments.note(Moment.RECEIVED, number, arrivals.at(number));
    }
  }

  private void tell(TraceTable table, Results results) {
    for (int percent : new int[] {50, 99}) {
      String what = "commit to consumer p%d, traced".formatted(percent);
      results.figure(name(), what, table.percentile(percent), "ms", "see latency-trace.md");
    }
    String page = "# Where an event's time goes\n\n" + table.markdown();
    System.out.println(page);
    try {
      Files.writeString(Files.createDirectories(folder).resolve("latency-trace.md"), page);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write latency-trace.md", e);
    }
  }
}
