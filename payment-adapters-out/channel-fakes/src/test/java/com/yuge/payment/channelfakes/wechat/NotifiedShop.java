package com.yuge.payment.channelfakes.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RSAPublicKeyNotificationConfig;
import com.wechat.pay.java.core.notification.RequestParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** A service that hears notifications, and acknowledges them or does not. */
final class NotifiedShop implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final NotificationParser parser =
      new NotificationParser(
          new RSAPublicKeyNotificationConfig.Builder()
              .publicKey(Merchant.KEYS.platformPublicKeyPem())
              .publicKeyId(Merchant.KEYS.platformPublicKeyId())
              .apiV3Key(Merchant.KEYS.apiV3Key())
              .build());
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int status = 204;

  /** A notification as it came. */
  record Heard(Headers headers, String body) {
    String id() {
      return JSON.readTree(body).path("id").asString();
    }

    String type() {
      return JSON.readTree(body).path("event_type").asString();
    }

    String header(String name) {
      return headers.getFirst("Wechatpay-" + name);
    }
  }

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
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    heard.add(new Heard(exchange.getRequestHeaders(), body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notify");
  }

  void answers(int httpStatus) {
    status = httpStatus;
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  List<String> types() {
    return heard.stream().map(Heard::type).toList();
  }

  /** Verifies and decrypts with the official SDK. */
  <T> T parse(Heard notification, Class<T> type) {
    return parser.parse(
        new RequestParam.Builder()
            .serialNumber(notification.header("Serial"))
            .nonce(notification.header("Nonce"))
            .signature(notification.header("Signature"))
            .timestamp(notification.header("Timestamp"))
            .signType(notification.header("Signature-Type"))
            .body(notification.body())
            .build(),
        type);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
