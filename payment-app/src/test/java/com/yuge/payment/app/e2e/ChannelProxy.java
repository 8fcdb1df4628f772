package com.yuge.payment.app.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Stands before a channel: remembers the traces of calls, and can make them wait. */
final class ChannelProxy implements AutoCloseable {
  /** Each side of the proxy sets these itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "date",
          "host",
          "http2-settings",
          "transfer-encoding",
          "upgrade");

  private static final int ALL = 1000;

  private final URI channel;
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore gate = new Semaphore(ALL);
  private final List<String> traces = new CopyOnWriteArrayList<>();

  private ChannelProxy(URI channel, HttpServer server) {
    this.channel = channel;
    this.server = server;
  }

  static ChannelProxy before(URI channel) {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      ChannelProxy proxy = new ChannelProxy(channel, HttpServer.create(anyPort, 0));
      proxy.server.createContext("/", proxy::pass);
      proxy.server.setExecutor(proxy.threads);
      proxy.server.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The channel's address, at this proxy. */
  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + channel.getRawPath());
  }

  /** The header traceparent of each call so far; an empty text for a call without it. */
  List<String> traces() {
    return traces;
  }

  /** Makes calls wait from now on. */
  void hold() {
    gate.drainPermits();
  }

  /** How many calls wait. */
  int held() {
    return gate.getQueueLength();
  }

  void release() {
    gate.release(ALL - gate.availablePermits());
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      String trace = exchange.getRequestHeaders().getFirst("traceparent");
      traces.add(trace == null ? "" : trace);
      gate.acquire();
      gate.release();
      answer(exchange, client.send(request(exchange), BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(channel.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                values.forEach(value -> copy(name, () -> request.header(name, value))));
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> copy(name, () -> exchange.getResponseHeaders().put(name, values)));
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static void copy(String name, Runnable copy) {
    if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      copy.run();
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
