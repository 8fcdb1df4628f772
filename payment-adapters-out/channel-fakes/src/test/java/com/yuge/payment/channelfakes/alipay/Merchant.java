package com.yuge.payment.channelfakes.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.channelfakes.rsa.RsaSignature;
import com.yuge.payment.domain.fakes.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fake in this JVM with a settable clock, and a merchant who signs requests to it. */
final class Merchant implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Duration TIME_TO_PAY = Duration.ofMinutes(30);
  static final FakeAlipayKeys KEYS = FakeAlipayKeys.ofThisJvm();

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final PrivateKey APP_KEY = RsaPem.privateKey(KEYS.appPrivateKeyPem());
  private static final PublicKey ALIPAY_KEY = RsaPem.publicKey(KEYS.alipayPublicKeyPem());
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  final SettableClock clock = new SettableClock(NOW, ZoneOffset.UTC);
  final FakeAlipay fake = FakeAlipay.start(new FakeAlipaySettings(0, KEYS, 0.0001), clock);
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI notifyUrl;

  Merchant(URI notifyUrl) {
    this.notifyUrl = notifyUrl;
  }

  void setClock(Instant now) {
    clock.advance(Duration.between(clock.instant(), now));
  }

  FakeAlipayClient client() {
    return fake.client();
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Orders 88.88 yuan; returns the answer. */
  JsonNode precreate(String outTradeNo) {
    return call("alipay.trade.precreate", order(outTradeNo, "88.88"));
  }

  Map<String, Object> order(String outTradeNo, String amount) {
    Map<String, Object> order = new HashMap<>();
    order.put("out_trade_no", outTradeNo);
    order.put("total_amount", amount);
    order.put("subject", "茶 Tea");
    order.put("time_expire", time(NOW.plus(TIME_TO_PAY)));
    return order;
  }

  JsonNode query(String outTradeNo) {
    return call("alipay.trade.query", Map.of("out_trade_no", outTradeNo));
  }

  JsonNode close(String outTradeNo) {
    return call("alipay.trade.close", Map.of("out_trade_no", outTradeNo));
  }

  JsonNode refund(String outTradeNo, String refundNo, String amount) {
    return call(
        "alipay.trade.refund",
        Map.of("out_trade_no", outTradeNo, "out_request_no", refundNo, "refund_amount", amount));
  }

  JsonNode queryRefund(String outTradeNo, String refundNo) {
    return call(
        "alipay.trade.fastpay.refund.query",
        Map.of("out_trade_no", outTradeNo, "out_request_no", refundNo));
  }

  /** Calls, verifies the answer's signature, and returns the answer's object. */
  JsonNode call(String method, Map<String, ?> biz) {
    String answer = post(signed(parameters(method, biz)));
    if (!isSigned(method, answer)) {
      throw new AssertionError("not signed by Alipay: " + answer);
    }
    return object(method, answer);
  }

  /** Returns the unsigned parameters of a call. */
  Map<String, String> parameters(String method, Map<String, ?> biz) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("app_id", KEYS.appId());
    parameters.put("method", method);
    parameters.put("charset", "UTF-8");
    parameters.put("sign_type", "RSA2");
    parameters.put("version", "1.0");
    parameters.put("format", "json");
    parameters.put("timestamp", time(clock.instant()));
    parameters.put("notify_url", notifyUrl.toString());
    parameters.put("biz_content", JSON.writeValueAsString(biz));
    return parameters;
  }

  static Map<String, String> signed(Map<String, String> parameters) {
    Map<String, String> signed = new HashMap<>(parameters);
    signed.put("sign", RsaSignature.sign(SignedForm.content(parameters), APP_KEY));
    return signed;
  }

  static boolean isSigned(String method, String answer) {
    String name = "{\"" + method.replace('.', '_') + "_response\":";
    int end = answer.lastIndexOf(",\"sign\":\"");
    if (!answer.startsWith(name) || end < 0) {
      return false;
    }
    String sign = JSON.readTree(answer).path("sign").asString();
    return RsaSignature.verifies(answer.substring(name.length(), end), sign, ALIPAY_KEY);
  }

  static JsonNode object(String method, String answer) {
    return JSON.readTree(answer).path(method.replace('.', '_') + "_response");
  }

  String post(Map<String, String> parameters) {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(fake.gatewayUrl())
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(BodyPublishers.ofString(encoded(parameters))));
    if (response.statusCode() != 200) {
      throw new AssertionError("HTTP " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  /** As a payer's browser does, which accepts pages and is not redirected here. */
  HttpResponse<String> browse(String path) {
    return send(HttpRequest.newBuilder(fake.url().resolve(path)).header("Accept", "text/html"));
  }

  HttpResponse<String> press(String path) {
    return send(
        HttpRequest.newBuilder(fake.url().resolve(path))
            .header("Accept", "text/html")
            .POST(BodyPublishers.noBody()));
  }

  /** Downloads a file, for which no signature is needed. */
  HttpResponse<byte[]> download(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(20)).build(), handler);
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    fake.close();
  }
}
