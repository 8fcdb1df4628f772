package com.yuge.payment.channelfakes.wechat;

import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.cipher.SignatureResult;
import com.wechat.pay.java.core.util.PemUtil;
import com.yuge.payment.domain.fakes.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant who signs with the official SDK, and a fake in this JVM with a settable clock. */
final class Merchant implements AutoCloseable {
  static final FakeWechatKeys KEYS = FakeWechatKeys.ofThisJvm();
  static final URI NOWHERE = URI.create("http://127.0.0.1:9/notify");
  static final Duration TIME_TO_PAY = Duration.ofMinutes(2);
  private static final String TRADES = "/v3/pay/transactions";
  private static final String REFUNDS = "/v3/refund/domestic/refunds";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);

  final SettableClock clock = new SettableClock(Instant.now(), ZoneOffset.UTC);
  final FakeWechat fake = FakeWechat.start(new FakeWechatSettings(0, KEYS, 0.001), clock);
  final FakeWechatClient client = fake.client();
  private final HttpClient http = HttpClient.newHttpClient();

  /** An answer of the fake. */
  record Response(int status, HttpHeaders headers, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String text(String field) {
      return json().path(field).asString("");
    }

    /** Status and code, such as 400 ORDERPAID. */
    String refusal() {
      return status + " " + text("code");
    }

    /** Returns whether the SDK verifies the signature; it throws if that is no Base64. */
    boolean isSigned() {
      String message = header("Timestamp") + "\n" + header("Nonce") + "\n" + body + "\n";
      RSAVerifier verifier =
          new RSAVerifier(
              PemUtil.loadPublicKeyFromString(KEYS.platformPublicKeyPem()),
              KEYS.platformPublicKeyId());
      try {
        return verifier.verify(header("Serial"), message, header("Signature"));
      } catch (IllegalArgumentException noBase64) {
        return false;
      }
    }

    String header(String name) {
      return headers.firstValue("Wechatpay-" + name).orElse("");
    }
  }

  void setClock(Instant now) {
    clock.advance(Duration.between(clock.instant(), now));
  }

  static String aNumber() {
    return "TEST" + NUMBERS.incrementAndGet();
  }

  /** Opens a Native trade over 99.99 yuan; returns its number. */
  String open(URI notifyUrl) {
    String outTradeNo = aNumber();
    Response response = open(outTradeNo, 9999, notifyUrl);
    if (response.status() != 200) {
      throw new AssertionError(response.refusal());
    }
    return outTradeNo;
  }

  /** Opens such a trade and has it paid; returns its number. */
  String openAndPay() {
    String outTradeNo = open(NOWHERE);
    String unused = client.pressPay(outTradeNo);
    return outTradeNo;
  }

  Response open(String outTradeNo, Object total, URI notifyUrl) {
    return send("POST", TRADES + "/native", order(outTradeNo, total, notifyUrl));
  }

  String order(String outTradeNo, Object total, URI notifyUrl) {
    return JSON.writeValueAsString(
        Map.of(
            "appid", KEYS.appId(),
            "mchid", KEYS.mchId(),
            "description", "A cup",
            "out_trade_no", outTradeNo,
            "time_expire", WechatTime.of(clock.instant().plus(TIME_TO_PAY)),
            "notify_url", notifyUrl.toString(),
            "payer", Map.of("openid", "o-payer"),
            "amount", Map.of("total", total, "currency", "CNY")));
  }

  Response query(String outTradeNo) {
    return send("GET", queryPath(outTradeNo), "");
  }

  static String queryPath(String outTradeNo) {
    return TRADES + "/out-trade-no/" + outTradeNo + "?mchid=" + KEYS.mchId();
  }

  String state(String outTradeNo) {
    return query(outTradeNo).text("trade_state");
  }

  Response close(String outTradeNo) {
    String body = JSON.writeValueAsString(Map.of("mchid", KEYS.mchId()));
    return send("POST", TRADES + "/out-trade-no/" + outTradeNo + "/close", body);
  }

  /** Asks for a refund of a payment of 99.99 yuan. */
  Response refund(String transactionId, String refundNo, Object fen, URI notifyUrl) {
    return send(
        "POST",
        REFUNDS,
        JSON.writeValueAsString(
            Map.of(
                "transaction_id",
                transactionId,
                "out_refund_no",
                refundNo,
                "reason",
                "broken",
                "notify_url",
                notifyUrl.toString(),
                "amount",
                Map.of("refund", fen, "total", 9999, "currency", "CNY"))));
  }

  Response queryRefund(String refundNo) {
    return send("GET", REFUNDS + "/" + refundNo, "");
  }

  /** Sends a request that the SDK has signed. */
  Response send(String method, String path, String body) {
    return send(method, path, body, authorization(method, path, body));
  }

  String authorization(String method, String path, String body) {
    return authorization(KEYS.merchantPrivateKeyPem(), method, path, body);
  }

  // As the SDK writes it, but of this clock's time.
  String authorization(String privateKeyPem, String method, String path, String body) {
    long timestamp = clock.instant().getEpochSecond();
    String nonce = UUID.randomUUID().toString();
    String message = String.join("\n", method, path, Long.toString(timestamp), nonce, body, "");
    SignatureResult signature =
        new RSASigner(KEYS.merchantSerial(), PemUtil.loadPrivateKeyFromString(privateKeyPem))
            .sign(message);
    return ("WECHATPAY2-SHA256-RSA2048 mchid=\"%s\",nonce_str=\"%s\",timestamp=\"%d\","
            + "serial_no=\"%s\",signature=\"%s\"")
        .formatted(KEYS.mchId(), nonce, timestamp, KEYS.merchantSerial(), signature.getSign());
  }

  Response send(String method, String path, String body, String authorization) {
    HttpRequest.Builder request =
        request(path)
            .header("Authorization", authorization)
            .method(method, BodyPublishers.ofString(body));
    HttpResponse<String> response = send(request, BodyHandlers.ofString());
    return new Response(response.statusCode(), response.headers(), response.body());
  }

  /** Presses a button of the cashier, as a payer's browser does; returns the page. */
  String press(String path) {
    HttpRequest.Builder request =
        request(path).header("Accept", "text/html").POST(BodyPublishers.noBody());
    return send(request, BodyHandlers.ofString()).body();
  }

  /** Downloads a file with a signed request. */
  HttpResponse<byte[]> download(String path) {
    return send(
        request(path).header("Authorization", authorization("GET", path, "")),
        BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(fake.url().resolve(path)).timeout(Duration.ofSeconds(20));
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    fake.close();
  }
}
