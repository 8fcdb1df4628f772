package com.yuge.payment.channelfakes.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks JSON to a fake's cashier and control API. */
public final class ControlClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI url;

  public ControlClient(URI url) {
    this.url = url;
  }

  public JsonNode get(String path) {
    return send("GET", path, Map.of());
  }

  public JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  public void put(String path, Object body) {
    JsonNode unused = send("PUT", path, body);
  }

  public void delete(String path) {
    JsonNode unused = send("DELETE", path, Map.of());
  }

  /** Returns a file. */
  public Content download(String path) {
    return Content.of(exchange("GET", path, BodyPublishers.noBody()));
  }

  private JsonNode send(String method, String path, Object body) {
    return JSON.readTree(
        exchange(method, path, BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private byte[] exchange(String method, String path, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).method(method, body).build();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "%s %s: HTTP %d %s"
                .formatted(
                    method, path, response.statusCode(), new String(response.body(), UTF_8)));
      }
      return response.body();
    } catch (IOException e) {
      throw new IllegalStateException("no answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
