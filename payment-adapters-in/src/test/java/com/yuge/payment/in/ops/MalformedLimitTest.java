package com.yuge.payment.in.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fakes.InMemoryStore;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

@SpringBootTest(
    classes = OperatorsService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class MalformedLimitTest {
  @LocalManagementPort private int port;
  @Autowired private InMemoryStore store;

  private OperatorsPort http() {
    return new OperatorsPort(port, "/actuator/limits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "''; body",
        "[]; body",
        "{\"by\":\"li\",\"by\":\"li\",\"reason\":\"why\",\"perDay\":1}; body",
        "{}; by",
        "{\"by\":\"li\",\"reason\":\"why\"}; perDay",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":null,\"perTransaction\":null}; perDay",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":0}; perDay",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":-1}; perDay",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":1.234}; perDay",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":1e3}; perDay",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":10000000000}; perDay",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":true}; perDay",
        "{\"by\":\"li\",\"reason\":\"why\",\"perTransaction\":0}; perTransaction",
        "{\"by\":\"li\",\"reason\":\"why\",\"perTransaction\":\"x\"}; perTransaction",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":1,\"shards\":0}; shards",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":1,\"shards\":65}; shards",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":1,\"shards\":1.5}; shards",
        "{\"by\":\"li\",\"reason\":\"why\",\"perDay\":1,\"shards\":[]}; shards",
        "{\"reason\":\"why\",\"perDay\":1}; by",
        "{\"by\":\"l i\",\"reason\":\"why\",\"perDay\":1}; by",
        "{\"by\":\"li\",\"perDay\":1}; reason",
        "{\"by\":\"li\",\"reason\":\" \",\"perDay\":1}; reason"
      })
  void whatIsWrongIsNamed(String body, String field) throws Exception {
    int changes = store.committed().limitChanges().size();

    HttpResponse<String> answer = http().send("PUT", "/USER/U-9", body.equals("''") ? "" : body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("A0400", "\"" + field + ": must");
    assertThat(store.committed().limitChanges()).hasSize(changes);
    assertThat(http().get("/USER").body()).doesNotContain("U-9");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /USER/U-9, by",
    "DELETE, /USER/U-9?by=li, reason",
    "DELETE, /USER/U-9?reason=why, by",
    "GET, /USER?limit=0, limit",
    "GET, /USER?limit=1001, limit",
    "GET, /USER?limit=x, limit",
    "GET, /USER?after=a%20b, after",
    "GET, /USER?after=123456789012345678901234567890123, after"
  })
  void aParameterThatIsWrongIsNamed(String method, String path, String field) throws Exception {
    HttpResponse<String> answer = http().send(method, path, "");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("A0400", "\"" + field + ": must");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/user",
        "/SHOP",
        "/USER/a%20b",
        "/USER/**",
        "/USER/123456789012345678901234567890123",
        "/USER/U-1/x"
      })
  void whatIsNoSubjectIsNotFound(String path) throws Exception {
    assertThat(http().get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"POST, /USER/U-1", "PUT, /USER", "DELETE, /USER"})
  void anotherMethodIsRefused(String method, String path) throws Exception {
    assertThat(http().send(method, path, "{}").statusCode()).isEqualTo(405);
  }
}
