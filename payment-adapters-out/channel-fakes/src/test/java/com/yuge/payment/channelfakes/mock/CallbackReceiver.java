package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that hears callbacks, and acknowledges them or does not. */
final class CallbackReceiver implements AutoCloseable {
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  private final List<Headers> headers = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int status = 200;

  CallbackReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var unused = server.createContext("/callback", this::hear);
    server.start();
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    headers.add(exchange.getRequestHeaders());
    heard.add(json.readTree(body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
  }

  void answers(int httpStatus) {
    status = httpStatus;
  }

  @Nullable String header(String name) {
    return headers.get(0).getFirst(name);
  }

  List<JsonNode> heard() {
    return List.copyOf(heard);
  }

  List<String> heard(String field) {
    return heard.stream().map(callback -> callback.path(field).asString()).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
