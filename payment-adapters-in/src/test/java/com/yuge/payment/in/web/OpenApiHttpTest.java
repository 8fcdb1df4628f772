package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.OpenApiContract;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** The document, as the operators' port serves it. */
@SpringBootTest(
    classes = OperatorsPortTest.Service.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "management.endpoints.web.exposure.include=*"})
class OpenApiHttpTest {
  @LocalManagementPort private int port;

  private HttpResponse<String> send(String method, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + OpenApiConfiguration.PATH))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    OpenApiContract.check(Exchange.of(true, answer));
    return answer;
  }

  @Test
  void itIsTheFileInTheJar() throws Exception {
    HttpResponse<String> answer = send("GET");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
    try (InputStream file =
        Objects.requireNonNull(getClass().getResourceAsStream("/payment/openapi.yaml"))) {
      assertThat(answer.body()).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void whoHasItIsToldThatItIsTheSame() throws Exception {
    String tag = send("HEAD").headers().firstValue("ETag").orElseThrow();
    assertThat(send("GET", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(send("GET", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    // A copy of an earlier version would look as new, since the files' times are the same.
    assertThat(send("GET", "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT").statusCode())
        .isEqualTo(200);
  }

  @Test
  void itIsOnlyRead() throws Exception {
    assertThat(send("POST").statusCode()).isEqualTo(405);
    assertThat(send("DELETE").statusCode()).isEqualTo(405);
  }
}
