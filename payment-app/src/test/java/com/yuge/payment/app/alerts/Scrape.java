package com.yuge.payment.app.alerts;

import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.OpenApiContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Prometheus gets from an instance of the service, and the metric that it adds: up. */
record Scrape(List<Sample> samples) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:\\\\.|[^\"\\\\])*)\"");
  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)$");
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** A series at the time of the scrape. */
  record Sample(String metric, Map<String, String> labels, double value) {
    Sample {
      labels = Map.copyOf(labels);
    }
  }

  Scrape {
    samples = List.copyOf(samples);
  }

  /** Scrapes the service on this port of operators. */
  static Scrape of(int managementPort) {
    URI uri = URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(managementPort));
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      OpenApiContract.check(Exchange.of(true, response));
      return response.statusCode() == 200 ? of(response.body() + "up 1\n") : of("up 0\n");
    } catch (IOException away) {
      return of("up 0\n");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Reads the text format of Prometheus. */
  static Scrape of(String text) {
    return new Scrape(SAMPLE.matcher(text).results().map(Scrape::sample).toList());
  }

  private static Sample sample(MatchResult line) {
    String value = line.group(3).replace("Inf", "Infinity");
    return new Sample(line.group(1), labels(line.group(2)), Double.parseDouble(value));
  }

  private static Map<String, String> labels(String braces) {
    Stream<MatchResult> found = braces == null ? Stream.empty() : LABEL.matcher(braces).results();
    return found.collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
  }
}
