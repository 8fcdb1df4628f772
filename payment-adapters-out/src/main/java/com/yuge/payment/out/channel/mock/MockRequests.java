package com.yuge.payment.out.channel.mock;

import com.yuge.payment.out.channel.ChannelRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Builds the HTTP requests to the MOCK channel. */
final class MockRequests {
  /** The header with the text that a signed answer repeats. */
  static final String NONCE = "X-Payment-Nonce";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String url;

  MockRequests(URI url) {
    this.url = url.toString().replaceFirst("/$", "");
  }

  /**
   * A GET request.
   *
   * @param template the path, such as {@code /trades/{payNo}}
   * @param numbers the values for the names in the path, in the same order
   */
  ChannelRequest get(String template, Object... numbers) {
    return new ChannelRequest(template, request(template, numbers).GET());
  }

  /** A POST request with a body. */
  ChannelRequest post(Map<String, String> body, String template, Object... numbers) {
    return new ChannelRequest(
        template,
        request(template, numbers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String template, Object... numbers) {
    String path = template.replaceAll("\\{\\w+}", "%s").formatted(numbers);
    return HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "application/json");
  }
}
