package com.yuge.payment.channelfakes.mock;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** How an answer gets to whoever asked. */
interface Delivery {
  void deliver(HttpExchange exchange, Request request, Answer answer) throws IOException;

  /** At once and unharmed. */
  static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.bytes();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
