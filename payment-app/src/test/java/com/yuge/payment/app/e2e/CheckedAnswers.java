package com.yuge.payment.app.e2e;

import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.OpenApiContract;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.BufferingClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Compares what a client of Spring sends and gets with the OpenAPI document. */
record CheckedAnswers(boolean operators) implements ClientHttpRequestInterceptor {
  /** Answers are kept in memory, since they are read twice. */
  static RestClient client(RestClient.Builder builder, boolean operators) {
    return builder
        .requestFactory(new BufferingClientHttpRequestFactory(new JdkClientHttpRequestFactory()))
        .requestInterceptor(new CheckedAnswers(operators))
        .build();
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    ClientHttpResponse response = execution.execute(request, body);
    URI uri = request.getURI();
    String query = uri.getRawQuery();
    OpenApiContract.check(
        new Exchange(
            new Exchange.Request(
                operators,
                request.getMethod().name(),
                uri.getRawPath() + (query == null ? "" : "?" + query),
                lowerCase(request.getHeaders()),
                new String(body, StandardCharsets.UTF_8)),
            new Exchange.Response(
                response.getStatusCode().value(),
                lowerCase(response.getHeaders()),
                new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8))));
    return response;
  }

  private static Map<String, String> lowerCase(HttpHeaders headers) {
    Map<String, String> first = new TreeMap<>();
    headers.forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return first;
  }
}
