package com.yuge.payment.in.ops;

import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.OpenApiContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The operators' port, as an operator calls it. Each answer is compared with the document.
 *
 * @param base before each path
 */
record OperatorsPort(int port, String base) {

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(method, path, body, "application/json");
  }

  /** With this text as the header Accept. */
  HttpResponse<String> getAccepting(String types, String path)
      throws IOException, InterruptedException {
    return send("GET", path, "", types);
  }

  private HttpResponse<String> send(String method, String path, String body, String accept)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + base + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .header("Accept-Language", "en")
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    OpenApiContract.check(Exchange.of(true, answer));
    return answer;
  }
}
