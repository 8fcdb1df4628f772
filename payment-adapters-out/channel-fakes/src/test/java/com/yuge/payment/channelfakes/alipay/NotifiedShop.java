package com.yuge.payment.channelfakes.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shop that hears notifications, and answers success or something else. */
final class NotifiedShop implements AutoCloseable {
  private final List<Map<String, String>> heard = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile String answer = "success";

  NotifiedShop() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var unused = server.createContext("/notify", this::hear);
    server.start();
  }

  private void hear(HttpExchange exchange) throws IOException {
    heard.add(decoded(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    byte[] body = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> decoded(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form.split("&", -1)) {
      int equals = field.indexOf('=');
      fields.put(field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), UTF_8));
    }
    return fields;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notify");
  }

  void answers(String body) {
    answer = body;
  }

  List<Map<String, String>> heard() {
    return List.copyOf(heard);
  }

  List<String> heard(String field) {
    return heard.stream().map(notification -> notification.getOrDefault(field, "")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
