package com.yuge.payment.app.hostile;

import com.yuge.payment.domain.fixtures.Leaks;
import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.Exchange.Response;
import com.yuge.payment.in.contract.OpenApiContract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What an answer to a hostile request may be. */
final class ResponseChecks {
  private static final Set<String> ENVELOPE = Set.of("code", "message", "data");

  private ResponseChecks() {}

  /** What is wrong with the answers, if anything. */
  static Optional<String> complaint(HostileRequest request, List<HttpAnswer> answers) {
    boolean closed = !answers.isEmpty() && answers.get(answers.size() - 1).closes();
    if (answers.size() < request.leastAnswers() && !closed) {
      return Optional.of("the connection was closed without a word");
    }
    for (int i = 0; i < answers.size(); i++) {
      String method = request.breaksHttp() ? "GET" : request.methods().get(i);
      Optional<String> complaint = complaint(request, method, answers.get(i));
      if (complaint.isPresent()) {
        return complaint;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> complaint(
      HostileRequest request, String method, HttpAnswer answer) {
    if (answer.status() >= 500 && !answer.isOfTomcat()) {
      return Optional.of("a failure of ours");
    }
    Optional<String> leak = Leaks.inAnswer(answer.toString());
    if (leak.isPresent()) {
      return leak.map(found -> "tells " + found);
    }
    return isInForm(request, method, answer)
        ? contract(request, answer)
        : Optional.of("no envelope");
  }

  /** What the document does not tell. Which request is answered is only known of whole ones. */
  private static Optional<String> contract(HostileRequest request, HttpAnswer answer) {
    if (request.breaksHttp() || answer.isOfTomcat() || answer.isBare()) {
      return Optional.empty();
    }
    Response response = new Response(answer.status(), answer.headers(), answer.text());
    return OpenApiContract.complaints(new Exchange(request.sent(), response)).stream().findFirst();
  }

  private static boolean isInForm(HostileRequest request, String method, HttpAnswer answer) {
    if (answer.isOfTomcat()) {
      return true;
    }
    if (answer.isBare()) {
      // Tomcat keeps a reader of HTTP/0.9 such until it has read a whole request line.
      boolean broken = request.breaksHttp() || answer.code().equals("A0400");
      return broken && hasEnvelopeFields(answer) && answer.code().startsWith("A");
    }
    if (method.equals("HEAD")) {
      return true;
    }
    // To OPTIONS, which asks for nothing else.
    if (answer.status() == 200 && answer.text().isEmpty() && !answer.header("allow").isEmpty()) {
      return true;
    }
    // What the operators' port has to tell is no envelope; how it refuses is.
    boolean tells = request.operators() && answer.status() == 200;
    return tells ? isJson(answer) : isEnvelope(answer);
  }

  private static boolean isJson(HttpAnswer answer) {
    return answer.header("content-type").contains("json") && !answer.json().isMissingNode();
  }

  private static boolean isEnvelope(HttpAnswer answer) {
    return answer.header("content-type").startsWith("application/json")
        && hasEnvelopeFields(answer)
        && (answer.code().equals("00000") == (answer.status() == 200));
  }

  private static boolean hasEnvelopeFields(HttpAnswer answer) {
    JsonNode json = answer.json();
    return Set.copyOf(json.propertyNames()).equals(ENVELOPE)
        && answer.code().matches("[0A][0-9]{4}")
        && !json.path("message").asString("").isEmpty();
  }
}
