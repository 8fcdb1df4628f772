package com.yuge.payment.channelfakes.mock;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts callbacks; only HTTP 200 acknowledges. */
final class CallbackSender {
  private static final Logger log = System.getLogger(CallbackSender.class.getName());

  /** As long as real channels wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  boolean send(URI url, SignedCallback callback) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(callback.json()));
    callback.headers().forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException away) {
      log.log(Level.WARNING, "No acknowledgement from {0}: {1}", url, away);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
