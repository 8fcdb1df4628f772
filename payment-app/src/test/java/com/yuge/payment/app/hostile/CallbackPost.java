package com.yuge.payment.app.hostile;

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

/** Whoever sends callbacks, over HTTP. */
final class CallbackPost {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONG).build();

  private CallbackPost() {}

  static HttpResponse<String> send(int port, String channel, SentCallback sent)
      throws IOException, InterruptedException {
    String url = "http://127.0.0.1:%d/channels/%s/%s".formatted(port, channel, sent.kind());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(LONG)
            .POST(BodyPublishers.ofString(sent.body()));
    sent.headers().forEach(request::setHeader);
    HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    OpenApiContract.check(Exchange.of(false, answer));
    return answer;
  }
}
