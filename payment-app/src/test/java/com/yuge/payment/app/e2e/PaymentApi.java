package com.yuge.payment.app.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the service, over HTTP. */
public final class PaymentApi {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TIMESTAMP = "1704067200000";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final JsonMapper json = JsonMapper.builder().build();
  private final String base;

  PaymentApi(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** What came back: HTTP status and envelope. */
  public record Answer(int http, JsonNode body) {
    public String code() {
      return body.path("code").asString();
    }

    public JsonNode data() {
      return body.path("data");
    }

    public String text(String field) {
      return data().path(field).asString();
    }
  }

  public Answer create(String orderNo, String amount) {
    return post("/payments", Map.of("orderNo", orderNo, "amount", amount));
  }

  public Answer pay(String payNo) {
    return post("/payments/" + payNo + "/pay", Map.of());
  }

  public Answer find(String payNo) {
    return get("/payments/" + payNo);
  }

  String signature(String payNo, String status, String nonce) {
    return get("/payments/generate-signature?payNo=%s&callbackStatus=%s&timestamp=%s&nonce=%s"
            .formatted(payNo, status, TIMESTAMP, nonce))
        .text("signature");
  }

  public Map<String, String> signedCallback(
      String payNo, String status, String trade, String nonce) {
    return Map.of(
        "payNo", payNo,
        "callbackStatus", status,
        "channelTradeNo", trade,
        "timestamp", TIMESTAMP,
        "nonce", nonce,
        "signature", signature(payNo, status, nonce));
  }

  public Answer callback(Map<String, String> callback) {
    return post("/payments/mock-callback", callback);
  }

  public Answer post(String path, Map<String, String> body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), json.readTree(response.body()));
    } catch (IOException e) {
      throw new AssertionError("no answer from " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
