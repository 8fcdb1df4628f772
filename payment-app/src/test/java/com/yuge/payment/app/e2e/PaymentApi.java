package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.channelfakes.mock.SignedCallback;
import com.yuge.payment.domain.fixtures.Leaks;
import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.OpenApiContract;
import com.yuge.payment.out.channel.SentCallback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the service, over HTTP. */
public final class PaymentApi {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TO_BE_REPEATED = 503;
  private static final String TIMESTAMP = "1704067200000";

  private final HttpClient client;
  private final JsonMapper json = JsonMapper.builder().build();
  private final int port;
  private final int managementPort;
  private final @Nullable String key;

  /** Calls the service, or what stands before it, on these ports of loopback. */
  public PaymentApi(int port, int managementPort) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build(),
        port,
        managementPort,
        null);
  }

  private PaymentApi(HttpClient client, int port, int managementPort, @Nullable String key) {
    this.client = client;
    this.port = port;
    this.managementPort = managementPort;
    this.key = key;
  }

  public int port() {
    return port;
  }

  /** The same service, called by who has this key. */
  public PaymentApi with(String ownKey) {
    return new PaymentApi(client, port, managementPort, ownKey);
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

  /** Repeats a call while the service is too busy or has no database, as a caller does. */
  public static Answer untilAnswered(Duration patience, Callable<Answer> call) {
    return await()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .until(call, answer -> answer.http() != TO_BE_REPEATED);
  }

  public Answer create(String orderNo, String amount) {
    return post("/payments", Map.of("orderNo", orderNo, "amount", amount));
  }

  public Answer pay(String payNo) {
    return post("/payments/" + payNo + "/pay", Map.of());
  }

  /** An operator has the channel asked at once. */
  public Answer reconcile(String payNo) {
    return post("/payments/" + payNo + "/reconcile", Map.of("by", "li", "reason", "payer calls"));
  }

  public Answer find(String payNo) {
    return get("/payments/" + payNo);
  }

  public String signature(String payNo, String status, String nonce) {
    return get("/payments/generate-signature?payNo=%s&callbackStatus=%s&timestamp=%s&nonce=%s"
            .formatted(payNo, status, TIMESTAMP, nonce))
        .text("signature");
  }

  /** Of a trade of that order: a trade belongs to one order only. */
  public Map<String, String> signedCallback(
      String payNo, String status, String trade, String nonce) {
    return Map.of(
        "payNo", payNo,
        "callbackStatus", status,
        "channelTradeNo", tradeNo(trade, payNo),
        "timestamp", TIMESTAMP,
        "nonce", nonce,
        "signature", signature(payNo, status, nonce));
  }

  public static String tradeNo(String trade, String payNo) {
    return trade + "_" + payNo;
  }

  public Answer callback(Map<String, String> callback) {
    return post("/payments/mock-callback", callback);
  }

  /** A new order that has been paid; its number. */
  public String paidOrder(String orderNo) {
    String payNo = create(orderNo, "7.00").text("payNo");
    Answer answer = callback(signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123"));
    assertThat(answer.text("result")).isEqualTo("PROCESSED");
    return payNo;
  }

  /** One that the channel has signed. */
  Answer callback(SignedCallback signed) {
    HttpRequest.Builder request = posting("/payments/mock-callback", signed.json());
    signed.headers().forEach(request::header);
    return send(request);
  }

  /** Sends a callback as a real channel does; each gets an answer of its own form. */
  public HttpResponse<String> callback(String channel, SentCallback sent) {
    HttpRequest.Builder request =
        to("/channels/%s/%s".formatted(channel, sent.kind()))
            .POST(BodyPublishers.ofString(sent.body()));
    sent.headers().forEach(request::setHeader);
    return exchange(request);
  }

  public Answer post(String path, Map<String, String> body, String... headers) {
    HttpRequest.Builder request = posting(path, json.writeValueAsString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  private HttpRequest.Builder posting(String path, String body) {
    return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
  }

  public Answer get(String path) {
    return send(to(path).GET());
  }

  /** The operators' port has paths beside its own, such as that of errors. */
  Answer getOfOperators(String path) {
    return send(to(managementPort, path).GET());
  }

  private HttpRequest.Builder to(String path) {
    return to(path.startsWith("/actuator") ? managementPort : port, path);
  }

  private HttpRequest.Builder to(int at, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path));
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  /** What is no envelope, such as metrics. */
  String text(String path) {
    HttpResponse<String> response = exchange(to(path).GET());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request);
    return new Answer(response.statusCode(), json.readTree(response.body()));
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      String told = response.headers().map() + "\n" + response.body();
      assertThat(Leaks.inAnswer(told)).as("leak in an answer: %s", told).isEmpty();
      assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
      OpenApiContract.check(Exchange.of(response.uri().getPort() == managementPort, response));
      return response;
    } catch (IOException e) {
      throw new AssertionError("no answer on port " + port, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
