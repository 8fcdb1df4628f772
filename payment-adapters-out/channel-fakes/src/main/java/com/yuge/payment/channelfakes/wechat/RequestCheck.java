package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.channelfakes.rsa.RsaSignature;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies the signature of every request. */
final class RequestCheck {
  private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
  private static final Pattern FIELD = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MOST_NONCES = 100_000;

  private final FakeWechatKeys keys;
  private final PublicKey merchantKey;
  private final Clock clock;
  private final Set<String> nonces = new LinkedHashSet<>();

  RequestCheck(FakeWechatKeys keys, Clock clock) {
    this.keys = keys;
    this.merchantKey = RsaPem.publicKey(keys.merchantPublicKeyPem());
    this.clock = clock;
  }

  /** Throws SIGN_ERROR unless the merchant signed this request, lately and for the first time. */
  void verify(Request request) {
    Map<String, String> fields = fields(request.header("Authorization"));
    if (!keys.mchId().equals(fields.get("mchid"))) {
      throw ApiError.signature("no such mchid");
    }
    if (!keys.merchantSerial().equals(fields.get("serial_no"))) {
      throw ApiError.signature("no certificate of this serial_no");
    }
    String timestamp = fields.getOrDefault("timestamp", "");
    String nonce = fields.getOrDefault("nonce_str", "");
    requireFresh(timestamp);
    String message =
        String.join("\n", request.method(), target(request), timestamp, nonce, request.body(), "");
    if (!RsaSignature.verifies(message, fields.getOrDefault("signature", ""), merchantKey)) {
      throw ApiError.signature("the signature is wrong");
    }
    requireNew(nonce);
  }

  private static Map<String, String> fields(String authorization) {
    if (!authorization.startsWith(SCHEME)) {
      throw ApiError.signature("Authorization must be of " + SCHEME.strip());
    }
    Map<String, String> fields = new HashMap<>();
    Matcher matcher = FIELD.matcher(authorization);
    while (matcher.find()) {
      fields.put(matcher.group(1), matcher.group(2));
    }
    return fields;
  }

  private static String target(Request request) {
    String query = request.target().getRawQuery();
    return request.target().getRawPath() + (query == null ? "" : "?" + query);
  }

  private void requireFresh(String timestamp) {
    if (!timestamp.matches("[0-9]{1,12}")) {
      throw ApiError.signature("timestamp must be in seconds");
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(signed, clock.instant()).abs().compareTo(WINDOW) > 0) {
      throw ApiError.signature("the timestamp is too old or too new");
    }
  }

  private void requireNew(String nonce) {
    synchronized (nonces) {
      if (nonce.isEmpty() || !nonces.add(nonce)) {
        throw ApiError.signature("nonce_str was used before");
      }
      if (nonces.size() > MOST_NONCES) {
        nonces.remove(nonces.iterator().next());
      }
    }
  }
}
