package com.yuge.payment.channelfakes.mock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Acts as a payer at the cashier, and as a test at the control API. */
public final class MockChannelClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI url;

  /** Creates a client of the channel at this address. */
  public MockChannelClient(URI url) {
    this.url = url;
  }

  /** Presses pay; returns the state of the trade afterwards. */
  public String pressPay(String payNo) {
    return post("/cashier/" + payNo + "/pay", Map.of()).path("state").asString();
  }

  /** Presses fail; returns the state of the trade afterwards. */
  public String pressFail(String payNo) {
    return post("/cashier/" + payNo + "/fail", Map.of()).path("state").asString();
  }

  /** Pays this amount in any state of the trade; returns the trade number of the payment. */
  public String pay(String payNo, String amount) {
    return force(payNo, Map.of("amount", amount));
  }

  /** Pays in full, at this time by the channel's clock; returns the trade number of the payment. */
  public String payAt(String payNo, Instant paidAt) {
    return force(payNo, Map.of("paidAt", paidAt.toString()));
  }

  private String force(String payNo, Map<String, String> payment) {
    return post("/control/payments/" + payNo, payment).path("tradeNo").asString();
  }

  /** Decides a refund that takes its time: SUCCESS, ABNORMAL or CLOSED. */
  public void decideRefund(String refundNo, String status) {
    JsonNode unused = post("/control/refunds/" + refundNo, Map.of("status", status));
  }

  /** Returns the refund in the channel's books; a missing node if there is none. */
  public JsonNode refund(String payNo, String refundNo) {
    return find(seen(payNo).path("refunds"), "refundNo", refundNo);
  }

  /** Returns what the channel has given back of a payment, such as 1.50. */
  public String refunded(String payNo, String tradeNo) {
    return find(seen(payNo).path("payments"), "tradeNo", tradeNo).path("refunded").asString();
  }

  private static JsonNode find(JsonNode all, String field, String value) {
    return all.valueStream()
        .filter(one -> one.path(field).asString().equals(value))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** Makes the channel misbehave in this trade. */
  public void spoil(String payNo, Faults faults) {
    put("/control/faults/" + payNo, faults);
  }

  /** Makes the channel misbehave in all trades that have no faults of their own. */
  public void spoilAll(Faults faults) {
    put("/control/faults", faults);
  }

  /** Ends all misbehaviour. */
  public void behave() {
    JsonNode unused = send("DELETE", "/control/faults", Map.of());
  }

  /** Lets the channel sign like this from now on. */
  public void signBy(Signing signing) {
    put(
        "/control/signing",
        Map.of(
            "scheme", signing.scheme().name(),
            "keyId", Objects.toString(signing.keyId(), ""),
            "secret", signing.secret()));
  }

  /** Sends the held callbacks; returns their number. */
  public int release(boolean latestFirst) {
    return post("/control/callbacks/release", Map.of("latestFirst", latestFirst))
        .path("released")
        .asInt();
  }

  /** Returns what the channel saw of a pay number: calls by kind, state, tries of callbacks. */
  public JsonNode seen(String payNo) {
    return send("GET", "/control/trades/" + payNo, Map.of());
  }

  private void put(String path, Object body) {
    JsonNode unused = send("PUT", path, body);
  }

  private JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  private JsonNode send(String method, String path, Object body) {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "%s %s: HTTP %d %s".formatted(method, path, response.statusCode(), response.body()));
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException("no answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
