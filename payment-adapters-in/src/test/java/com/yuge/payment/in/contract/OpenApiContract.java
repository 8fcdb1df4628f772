package com.yuge.payment.in.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fails a test when the service answers, or accepts, what its OpenAPI document does not tell. */
public final class OpenApiContract {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.ONE;
  private static final Part OTHER_REQUESTS = DOCUMENT.root().get("x-other-requests");

  private OpenApiContract() {}

  public static void check(Exchange exchange) {
    assertThat(complaints(exchange)).as("%s", exchange).isEmpty();
  }

  /** What is wrong, if anything. */
  public static List<String> complaints(Exchange exchange) {
    if (isAnsweredByItsMethods(exchange)) {
      return List.of();
    }
    Optional<Operation> operation = DOCUMENT.find(exchange.request());
    String what = operation.map(Operation::toString).orElse("a request that is no operation");
    List<String> complaints =
        complaints(exchange, operation).map(complaint -> what + ": " + complaint).toList();
    boolean mayBeOff = operation.filter(Operation::mayBeOff).isPresent();
    // A path that is switched off looks like any other that does not exist.
    return mayBeOff && complaints(exchange, Optional.empty()).findAny().isEmpty()
        ? List.of()
        : complaints;
  }

  private static Stream<String> complaints(Exchange exchange, Optional<Operation> operation) {
    Part answers = operation.map(one -> one.part().get("responses")).orElse(OTHER_REQUESTS);
    Part answer = answers.get(exchange.response().status() + "");
    if (!answer.exists()) {
      return Stream.of("no such status");
    }
    Stream<String> ofRequest =
        operation
            .filter(one -> exchange.response().isSuccess())
            .map(one -> new RequestCheck(one, exchange.request()).complaints())
            .orElse(Stream.empty());
    return Stream.concat(new AnswerCheck(answer, exchange).complaints(), ofRequest);
  }

  /** To OPTIONS, which asks for nothing else. */
  private static boolean isAnsweredByItsMethods(Exchange exchange) {
    return exchange.request().method().equals("OPTIONS")
        && exchange.response().isSuccess()
        && exchange.response().headers().containsKey("allow")
        && exchange.response().body().isEmpty();
  }
}
