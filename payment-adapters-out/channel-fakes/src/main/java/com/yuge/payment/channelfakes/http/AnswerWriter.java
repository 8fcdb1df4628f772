package com.yuge.payment.channelfakes.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Writes an answer to the caller. */
public interface AnswerWriter {
  /** Writes each answer at once and unchanged. */
  AnswerWriter PLAIN = (exchange, request, answer) -> send(exchange, answer);

  void write(HttpExchange exchange, Request request, Answer answer) throws IOException;

  /** Writes the answer at once and unchanged. */
  static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.content().bytes();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
