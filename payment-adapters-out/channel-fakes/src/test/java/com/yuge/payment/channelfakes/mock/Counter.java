package com.yuge.payment.channelfakes.mock;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;

import com.yuge.payment.domain.fakes.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A channel in this JVM with a settable clock, and somebody who talks HTTP to it. */
final class Counter implements AutoCloseable {
  static final String SECRET = "a-secret-of-tests";
  static final String NONCE = "nonce-1";
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Duration TIME_TO_PAY = Duration.ofMinutes(30);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final SettableClock clock = new SettableClock(NOW, ZoneOffset.UTC);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path journal;
  private MockChannelService service;

  Counter(Path journal) {
    this.journal = journal;
    this.service = serve();
  }

  private MockChannelService serve() {
    return MockChannelService.start(new MockChannelSettings(0, journal, SECRET, 0.001), clock);
  }

  /** As a new process would: only what is in the journal is left. */
  void restart() {
    service.close();
    service = serve();
  }

  MockChannelClient client() {
    return new MockChannelClient(service.url());
  }

  /** Opens a trade over 99.99 yuan; returns its pay number. */
  String open(URI notifyUrl) {
    String payNo = aPayNo().value();
    HttpResponse<String> unused = open(payNo, "99.99", notifyUrl);
    return payNo;
  }

  HttpResponse<String> open(String payNo, String amount, URI notifyUrl) {
    return send(
        "POST",
        "/trades",
        "{\"payNo\":\"%s\",\"amount\":\"%s\",\"currency\":\"CNY\",\"expireAt\":\"%s\",\"notifyUrl\":\"%s\"}"
            .formatted(payNo, amount, NOW.plus(TIME_TO_PAY), notifyUrl));
  }

  JsonNode query(String payNo) {
    return JSON.readTree(send("GET", "/trades/" + payNo, "").body());
  }

  String state(String payNo) {
    return query(payNo).path("state").asString();
  }

  String close(String payNo) {
    String body = send("POST", "/trades/" + payNo + "/close", "").body();
    return JSON.readTree(body).path("result").asString();
  }

  /** Asks for a refund of a payment of 99.99 yuan; returns the answer. */
  JsonNode refund(String payNo, String tradeNo, String refundNo, String amount, URI notifyUrl) {
    String body =
        "{\"refundNo\":\"%s\",\"tradeNo\":\"%s\",\"amount\":\"%s\",\"tradeAmount\":\"99.99\",\"currency\":\"CNY\",\"notifyUrl\":\"%s\"}"
            .formatted(refundNo, tradeNo, amount, notifyUrl);
    return JSON.readTree(
        send("POST", "/trades/" + payNo + "/refunds", body, "X-Payment-Nonce", NONCE).body());
  }

  JsonNode queryRefund(String payNo, String refundNo) {
    String path = "/trades/" + payNo + "/refunds/" + refundNo;
    return JSON.readTree(send("GET", path, "", "X-Payment-Nonce", NONCE).body());
  }

  static String aRefundNo() {
    return aPayNo().value().replaceFirst("PAY", "REF");
  }

  /** Without following redirects, as a browser would begin. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.url().resolve(path))
            .timeout(Duration.ofSeconds(20))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
