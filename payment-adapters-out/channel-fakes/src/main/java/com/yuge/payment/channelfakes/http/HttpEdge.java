package com.yuge.payment.channelfakes.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.yuge.payment.domain.shared.InvalidValue;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/** Connects the JDK's HTTP server to an endpoint. */
final class HttpEdge implements HttpHandler {
  private static final Logger log = System.getLogger(HttpEdge.class.getName());

  private final Endpoint endpoint;
  private final AnswerWriter answerWriter;

  HttpEdge(Endpoint endpoint, AnswerWriter answerWriter) {
    this.endpoint = endpoint;
    this.answerWriter = answerWriter;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Request request = Request.read(exchange);
      answerWriter.write(exchange, request, endpoint.handle(request));
    } catch (BadRequest e) {
      AnswerWriter.send(exchange, Answer.json(e.status(), Map.of("error", e.getMessage())));
    } catch (InvalidValue | IllegalArgumentException e) {
      AnswerWriter.send(
          exchange, Answer.json(400, Map.of("error", String.valueOf(e.getMessage()))));
    } catch (RuntimeException bug) {
      log.log(Level.ERROR, "A request failed", bug);
      AnswerWriter.send(exchange, Answer.json(500, Map.of("error", "a bug, see the log")));
    }
  }
}
