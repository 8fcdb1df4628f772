package com.yuge.payment.app.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.BenchProducer;
import com.yuge.payment.app.bench.BenchScale;
import com.yuge.payment.app.bench.BenchService;
import com.yuge.payment.app.bench.BenchStack;
import com.yuge.payment.app.bench.EventLog;
import com.yuge.payment.app.bench.PaymentTopic;
import com.yuge.payment.app.bench.RelayTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Ours and its peers by turns, in one run on one database, each round with a broker of its own: one
 * that has handled transactional messages burns a core from then on (apache/rocketmq 10966).
 */
class PeersBench {
  private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
  private static final String DATABASE = "bench_peers";
  private static final BenchScale SCALE = BenchScale.fromSystemProperties();
  private static final int ROUNDS =
      Integer.getInteger("bench.rounds", Math.max(1, (int) (5 * SCALE.factor())));
  private static final Duration TIME = time("bench.seconds", 30);

  /**
   * Before whatever is measured, and longer before the first round: the broker is new each time,
   * and what runs 200 times a second stays cold for minutes.
   */
  private static final Measurement WARMING = new BusinessMeasurement();

  private static final Duration WARM_UP = time("bench.warmup", 20);
  private static final Duration FIRST_WARM_UP = time("bench.warmup.first", 60);
  private static final int DRAINED_PER_SECOND = 8_000;

  /** Payments a second; more than the machine carries tell how each peer behaves beyond. */
  private static final String RATES = System.getProperty("bench.rates", "200,1000");

  private static final List<Measurement> MEASUREMENTS =
      Stream.concat(
              Stream.of(RATES.split(",", -1)).map(Integer::valueOf).map(LatencyMeasurement::new),
              Stream.of(new DrainMeasurement(DRAINED_PER_SECOND), new BusinessMeasurement()))
          .toList();

  /** What follows a log needs one, and then it is paid for by all. */
  private static final String[] WITH_BINLOG = {
    "--log-bin", "--binlog-format=ROW", "--sync-binlog=1", "--server-id=1"
  };

  private final PeersReport report = new PeersReport();

  @Test
  void nothingIsLostDoubledOrOutOfOrderAndHereIsHowFastItWent() throws IOException {
    assumeThat(MEASUREMENTS).anyMatch(asked -> isAsked("bench.parts", asked.name()));
    try (BenchStack stack = BenchStack.start(FOLDER.resolve("stack"), WITH_BINLOG)) {
      String url = stack.createDatabase(DATABASE);
      try (BenchService service = BenchService.start(arguments(stack, url));
          PaymentTopic topic = new PaymentTopic(stack.nameServer());
          BenchProducer producer = new BenchProducer(stack.nameServer())) {
        DataSource pool = stack.pool(url);
        Verdicts verdicts = new Verdicts(topic);
        run(
            new Bench(
                stack,
                service,
                pool,
                new EventLog(pool),
                topic,
                producer,
                new RelayTrouble(),
                SCALE),
            verdicts);
        assertThat(verdicts.problems()).isEmpty();
      }
    }
  }

  private static Duration time(String property, int seconds) {
    return SCALE.time(Duration.ofSeconds(Integer.getInteger(property, seconds)));
  }

  private static List<String> arguments(BenchStack stack, String url) {
    List<String> arguments = new ArrayList<>(stack.usualArguments(url));
    // Orders are paid again on purpose, and consumers are closed while they pull.
    arguments.add("--logging.level.com.yuge.payment.out.jdbc.MoneyLog=WARN");
    arguments.add("--logging.level.org.apache.rocketmq.client.impl.consumer=OFF");
    return arguments;
  }

  private void run(Bench bench, Verdicts verdicts) throws IOException {
    List<Peer> peers = peers(bench);
    for (Measurement measurement : MEASUREMENTS) {
      if (isAsked("bench.parts", measurement.name())) {
        List<Peer> able = peers.stream().filter(measurement::isFor).toList();
        run(bench, measurement, new ArrayList<>(able), verdicts);
      }
    }
  }

  private void run(Bench bench, Measurement measurement, List<Peer> peers, Verdicts verdicts)
      throws IOException {
    for (Peer peer : peers) {
      tell("warm-up", WARMING, peer, round(bench, WARMING, peer, FIRST_WARM_UP, verdicts));
    }
    for (int round = 1; round <= ROUNDS; round++) {
      for (Peer peer : peers) {
        Map<String, Double> figures = round(bench, measurement, peer, TIME, verdicts);
        tell("round " + round, measurement, peer, figures);
        report.add(measurement, peer, figures);
        write(verdicts);
      }
      // Nobody always comes after the same one.
      Collections.rotate(peers, 1);
    }
  }

  private static void tell(
      String round, Measurement measurement, Peer peer, Map<String, Double> figures) {
    System.out.printf("bench: %s, %s, %s: %s%n", measurement.name(), round, peer.name(), figures);
  }

  private static List<Peer> peers(Bench bench) {
    List<Peer> all =
        List.of(
            new Ours(bench),
            new TransactionalMessage(bench),
            new StaticPartitions(bench),
            new ChangeDataCapture(bench, DATABASE),
            new NoOutbox(bench));
    return all.stream().filter(peer -> isAsked("bench.peers", peer.name())).toList();
  }

  private static Map<String, Double> round(
      Bench bench, Measurement measurement, Peer peer, Duration time, Verdicts verdicts) {
    bench.stack().renewBroker();
    peer.clear();
    peer.start();
    try {
      Map<String, Double> unused = WARMING.measure(bench, peer, WARM_UP, verdicts);
      return measurement.measure(bench, peer, time, verdicts);
    } finally {
      peer.stop();
    }
  }

  /** {@code -Dbench.peers="ours,static partitions"} and {@code -Dbench.parts=drain}. */
  private static boolean isAsked(String property, String name) {
    return List.of(System.getProperty(property, name).split(",", -1)).contains(name);
  }

  private void write(Verdicts verdicts) throws IOException {
    String page =
        """
        # Ours and its peers

        %d rounds of %d s after %d s of warm-up; %d processors. MariaDB with durable commits and a \
        binlog that is synced, RocketMQ with SYNC_FLUSH. Every peer pays by the same use case.

        %s
        What the topic held, warm-up included:

        %s
        Problems: %s
        """
            .formatted(
                ROUNDS,
                TIME.toSeconds(),
                WARM_UP.toSeconds(),
                Runtime.getRuntime().availableProcessors(),
                report.markdown(),
                verdicts.markdown(),
                verdicts.problems());
    Files.writeString(Files.createDirectories(FOLDER).resolve("peers.md"), page);
  }
}
