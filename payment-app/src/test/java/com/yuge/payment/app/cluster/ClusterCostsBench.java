package com.yuge.payment.app.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.yuge.payment.app.bench.BenchScale;
import com.yuge.payment.app.bench.Median;
import com.yuge.payment.devstack.ClusterSettings;
import com.yuge.payment.devstack.RocketMqCluster;
import com.yuge.payment.devstack.StackFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each of the cluster's settings costs: groups with other settings take turns. */
class ClusterCostsBench {
  private static final String SAFE = "safe";
  private static final int ROUNDS = 5;
  private static final int EVENTS = 40_000;
  private static final int PER_SECOND = 200;
  private static final Duration SENDS = Duration.ofSeconds(10);

  private final BenchScale scale = BenchScale.fromSystemProperties();
  private final Map<String, List<Double>> drains = new LinkedHashMap<>();
  private final Map<String, List<Double>> medians = new LinkedHashMap<>();
  private final Map<String, List<Double>> tails = new LinkedHashMap<>();

  private static Map<String, ClusterSettings> groups() {
    Map<String, ClusterSettings> groups = new LinkedHashMap<>();
    groups.put(SAFE, ClusterSettings.SAFE);
    groups.put("master-acks-alone", ClusterSettings.SAFE.withAllAck(false));
    groups.put("async-flush", ClusterSettings.SAFE.withSyncFlush(false));
    groups.put("no-replica", ClusterSettings.SAFE.withReplicas(1));
    return groups;
  }

  @Test
  void costs() throws Exception {
    try (StackFolder folder =
            StackFolder.open(StackFolder.ofTests("cluster-bench"), progress -> {});
        RocketMqCluster cluster = RocketMqCluster.start(folder, groups())) {
      for (int round = 0; round <= ROUNDS; round++) {
        for (String group : groups().keySet()) {
          measure(cluster, group, round > 0);
        }
      }
    }
    write();
  }

  private void measure(RocketMqCluster cluster, String group, boolean isWarm) throws Exception {
    try (GroupProducer producer = new GroupProducer(cluster.nameServerAddresses(), group)) {
      double drain = producer.drain(scale.events(EVENTS));
      double[] millis =
          producer.latencies(PER_SECOND, (int) scale.time(SENDS).toSeconds() * PER_SECOND);
      Arrays.sort(millis);
      if (isWarm) {
        add(drains, group, drain);
        add(medians, group, millis[millis.length / 2]);
        add(tails, group, millis[millis.length * 99 / 100]);
      }
    }
  }

  private static void add(Map<String, List<Double>> figures, String group, double figure) {
    figures.computeIfAbsent(group, key -> new ArrayList<>()).add(figure);
  }

  private void write() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("| group | events/s | ratio | p50 ms | ratio | p99 ms | ratio |");
    lines.add("|---|---|---|---|---|---|---|");
    for (String group : groups().keySet()) {
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(group, cells(drains, group), cells(medians, group), cells(tails, group)));
    }
    lines.add("");
    lines.add(
        "Medians of %d rounds; ratios to `%s` in the same round (least to most); %d processors."
            .formatted(ROUNDS, SAFE, Runtime.getRuntime().availableProcessors()));
    Path folder = Files.createDirectories(Path.of("target", "bench"));
    Files.write(folder.resolve("cluster-costs.md"), lines, UTF_8);
    lines.forEach(System.out::println);
  }

  private static String cells(Map<String, List<Double>> figures, String group) {
    List<Double> own = requireNonNull(figures.get(group));
    List<Double> safe = requireNonNull(figures.get(SAFE));
    List<Double> ratios =
        IntStream.range(0, ROUNDS).mapToObj(i -> own.get(i) / safe.get(i)).sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.1f | %.2f (%.2f to %.2f)",
        Median.of(own),
        Median.of(ratios),
        ratios.get(0),
        ratios.get(ROUNDS - 1));
  }
}
