package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Median;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of all rounds, and of each round ours beside each peer's. */
final class PeersReport {
  private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

  /** Of one round. */
  void add(Measurement measurement, Peer peer, Map<String, Double> round) {
    round.forEach(
        (figure, value) ->
            figures
                .computeIfAbsent(measurement.name() + " " + figure, f -> new LinkedHashMap<>())
                .computeIfAbsent(peer.name(), p -> new ArrayList<>())
                .add(value));
  }

  String markdown() {
    StringBuilder page = new StringBuilder("| | median | least | most | rounds |\n");
    page.append("|---|---|---|---|---|\n");
    figures.forEach(
        (figure, peers) ->
            peers.forEach(
                (peer, rounds) ->
                    page.append(
                        format(
                            "| %s, %s | %.1f | %.1f | %.1f | %d |\n",
                            figure,
                            peer,
                            Median.of(rounds),
                            Collections.min(rounds),
                            Collections.max(rounds),
                            rounds.size()))));
    page.append("\nOurs to each peer, by the median of the rounds' ratios:\n\n");
    page.append("| | ratio | least | most |\n|---|---|---|---|\n");
    figures.forEach((figure, peers) -> page.append(ratios(figure, peers)));
    return page.toString();
  }

  private static String ratios(String figure, Map<String, List<Double>> peers) {
    List<Double> ours = peers.getOrDefault("ours", List.of());
    StringBuilder rows = new StringBuilder();
    peers.forEach(
        (peer, rounds) -> {
          if (!peer.equals("ours") && rounds.size() == ours.size()) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ours.size(); round++) {
              ratios.add(ours.get(round) / rounds.get(round));
            }
            rows.append(
                format(
                    "| %s, ours / %s | %.2f | %.2f | %.2f |\n",
                    figure,
                    peer,
                    Median.of(ratios),
                    Collections.min(ratios),
                    Collections.max(ratios)));
          }
        });
    return rows.toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
