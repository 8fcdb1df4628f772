package com.yuge.payment.out.channel.mock;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Builds the HTTP requests to the MOCK channel. */
final class MockRequests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String trades;

  MockRequests(URI url) {
    this.trades = url.toString().replaceFirst("/$", "") + "/trades";
  }

  HttpRequest.Builder get(String path) {
    return request(path).GET();
  }

  HttpRequest.Builder post(String path, Map<String, String> body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(trades + path)).header("Accept", "application/json");
  }
}
