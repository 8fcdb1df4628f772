package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.KEYS;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.wechat.pay.java.core.auth.WechatPay2Credential;
import com.wechat.pay.java.core.auth.WechatPay2Validator;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.OriginalResponse;
import com.wechat.pay.java.core.util.PemUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets the official SDK sign and verify, and sends its requests to the fake. */
final class SdkHttp extends AbstractHttpClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI fake;

  SdkHttp(URI fake) {
    super(credential(), validator());
    this.fake = fake;
  }

  private static WechatPay2Credential credential() {
    return new WechatPay2Credential(
        KEYS.mchId(),
        new RSASigner(
            KEYS.merchantSerial(), PemUtil.loadPrivateKeyFromString(KEYS.merchantPrivateKeyPem())));
  }

  private static WechatPay2Validator validator() {
    return new WechatPay2Validator(
        new RSAVerifier(
            PemUtil.loadPublicKeyFromString(KEYS.platformPublicKeyPem()),
            KEYS.platformPublicKeyId()));
  }

  @Override
  protected OriginalResponse innerExecute(HttpRequest request) {
    HttpResponse<byte[]> response = send(request);
    return new OriginalResponse.Builder()
        .request(request)
        .statusCode(response.statusCode())
        .headers(firstValues(response))
        .contentType(response.headers().firstValue("Content-Type").orElse(""))
        .body(new String(response.body(), UTF_8))
        .build();
  }

  @Override
  protected InputStream innerDownload(HttpRequest request) {
    return new ByteArrayInputStream(send(request).body());
  }

  // The SDK names the official host, and looks headers up in the case of the documentation.
  private static Map<String, String> firstValues(HttpResponse<?> response) {
    return response.headers().map().entrySet().stream()
        .collect(Collectors.toMap(SdkHttp::documented, header -> header.getValue().get(0)));
  }

  private static String documented(Map.Entry<String, ?> header) {
    return Map.of(
            "wechatpay-timestamp", "Wechatpay-Timestamp",
            "wechatpay-nonce", "Wechatpay-Nonce",
            "wechatpay-signature", "Wechatpay-Signature",
            "wechatpay-serial", "Wechatpay-Serial",
            "request-id", "Request-ID")
        .getOrDefault(header.getKey().toLowerCase(Locale.ROOT), header.getKey());
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    URI asked = request.getUri();
    var sent =
        java.net.http.HttpRequest.newBuilder(
                fake.resolve(asked.getRawPath() + "?" + asked.getRawQuery()))
            .timeout(PATIENCE);
    request.getHeaders().getHeaders().forEach(sent::header);
    try {
      return http.send(sent.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected String getHttpClientInfo() {
    return "test";
  }
}
