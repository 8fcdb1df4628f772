package com.yuge.payment.out.channel.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that gives one answer to any question, signed or not. */
final class ScriptedWechat implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();

  /** How an answer is signed. */
  enum Signing {
    SIGNED,
    UNSIGNED,
    BY_A_STRANGER,
    WITH_ANOTHER_SERIAL,
    OVER_ANOTHER_BODY,
    TOO_LATE,
    TOO_EARLY,
    AS_A_PROBE
  }

  /** An answer. */
  record Told(int status, String body, String type, Signing signing) {
    static Told signed(int status, String body) {
      return new Told(status, body, "application/json", Signing.SIGNED);
    }

    static Told error(int status, String code) {
      return signed(status, "{\"code\":\"%s\",\"message\":\"told\"}".formatted(code));
    }

    Told but(Signing other) {
      return new Told(status, body, type, other);
    }

    Told as(String otherType) {
      return new Told(status, body, otherType, signing);
    }
  }

  private volatile Told told;

  ScriptedWechat(Told told) {
    this.told = told;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The adapter, which asks here. */
  WechatClients clients() {
    ChannelHttp http = new ChannelHttp(new CallLimits(LONG, LONG, LONG), ObservationRegistry.NOOP);
    return new WechatClients(WechatBench.accounts(), http, url(), Clock.systemUTC());
  }

  /** From now on, this is the answer. */
  ScriptedWechat tell(Told other) {
    told = other;
    return this;
  }

  int asked() {
    return asked.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    Told answer = told;
    try (exchange) {
      byte[] unused = exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      if (answer.signing() != Signing.UNSIGNED) {
        sign(answer, exchange);
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void sign(Told told, HttpExchange exchange) {
    Signing how = told.signing();
    String timestamp = String.valueOf(time(how).getEpochSecond());
    String body = how == Signing.OVER_ANOTHER_BODY ? told.body() + " " : told.body();
    PrivateKey key =
        (how == Signing.BY_A_STRANGER ? WechatBench.STRANGER : WechatBench.PLATFORM).getPrivate();
    String signature =
        WechatBench.sign(timestamp + "\nnonce\n" + body + "\n", key, "SHA256withRSA");
    var headers = exchange.getResponseHeaders();
    headers.set("Wechatpay-Timestamp", timestamp);
    headers.set("Wechatpay-Nonce", "nonce");
    headers.set(
        "Wechatpay-Signature",
        how == Signing.AS_A_PROBE ? "WECHATPAY/SIGNTEST/" + signature : signature);
    headers.set(
        "Wechatpay-Serial",
        how == Signing.WITH_ANOTHER_SERIAL ? "PUB_KEY_ID_9" : WechatBench.KEY_ID);
  }

  private static Instant time(Signing how) {
    return switch (how) {
      case TOO_LATE -> Instant.now().minusSeconds(310);
      case TOO_EARLY -> Instant.now().plusSeconds(310);
      default -> Instant.now();
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
