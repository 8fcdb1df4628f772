package com.yuge.payment.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;

/** One bar chart for each part and unit. */
final class BenchCharts {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;

  private final Path folder;

  BenchCharts(Path folder) {
    this.folder = folder;
  }

  /** The files' names. */
  List<String> draw(List<Figure> figures) {
    List<String> files = new ArrayList<>();
    figures.stream()
        .collect(
            Collectors.groupingBy(
                figure -> figure.part() + " (" + figure.unit() + ")",
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((title, bars) -> files.add(draw(title, bars)));
    return files;
  }

  private String draw(String title, List<Figure> bars) {
    Map<String, List<Double>> rounds =
        bars.stream()
            .collect(
                Collectors.groupingBy(
                    Figure::name,
                    LinkedHashMap::new,
                    Collectors.mapping(Figure::value, Collectors.toList())));
    List<Double> medians = rounds.values().stream().map(Median::of).toList();
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
    chart.getStyler().setLabelsVisible(true).setLegendVisible(false);
    chart.addSeries("median", new ArrayList<>(rounds.keySet()), medians);
    return save(
        chart, "outbox-" + title.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "") + ".svg");
  }

  private String save(CategoryChart chart, String file) {
    try {
      String path = Files.createDirectories(folder).resolve(file).toString();
      VectorGraphicsEncoder.saveVectorGraphic(chart, path, VectorGraphicsFormat.SVG);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot draw " + file, e);
    }
  }
}
