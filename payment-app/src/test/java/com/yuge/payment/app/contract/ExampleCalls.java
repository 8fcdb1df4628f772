package com.yuge.payment.app.contract;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was asked and answered, by the names of the document's examples. */
final class ExampleCalls {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KeyedService service = KeyedService.ONE;
  private final Map<String, String> examples = new LinkedHashMap<>();

  /** A caller with this key. */
  Caller by(String key) {
    return new Caller(key);
  }

  /** The texts, in the order in which they were told. */
  Map<String, String> examples() {
    return examples;
  }

  /** Who asks. Paths of the operators' port begin with /actuator. */
  final class Caller {
    private final String key;

    private Caller(String key) {
      this.key = key;
    }

    Told get(String target) {
      return send("GET", target, "");
    }

    Told post(String target, String json) {
      return send("POST", target, json);
    }

    Told send(String method, String target, String json) {
      boolean operators = target.startsWith("/actuator");
      HttpRequest.Builder request = service.request(operators, method, target, json);
      return new Told(json, service.send(key, operators, request));
    }
  }

  /** A request's body and its answer. */
  final class Told {
    private final String asked;
    private final HttpResponse<String> answer;

    private Told(String asked, HttpResponse<String> answer) {
      this.asked = asked;
      this.answer = answer;
    }

    /** Makes the request an example. */
    Told asked(String name) {
      examples.put(name, asked);
      return this;
    }

    /** Makes the answer an example. */
    Told is(int status, String name) {
      if (answer.statusCode() != status) {
        throw new AssertionError(name + ": " + answer.statusCode() + " " + answer.body());
      }
      boolean isJson = answer.body().startsWith("{") || answer.body().startsWith("[");
      examples.put(name, isJson ? answer.body() : JSON.writeValueAsString(answer.body()));
      return this;
    }

    String body() {
      return answer.body();
    }

    JsonNode json() {
      return JSON.readTree(answer.body());
    }

    JsonNode data() {
      return json().path("data");
    }

    String text(String field) {
      return data().path(field).asString("");
    }
  }
}
