package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.channelfakes.rsa.RsaSignature;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Refuses requests of other apps, with another signature or of another time. */
final class RequestCheck {
  /** Our own bound; Alipay documents none. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

  private static final List<String> REQUIRED =
      List.of("charset", "sign_type", "sign", "timestamp", "version");

  private final String appId;
  private final PublicKey key;
  private final Clock clock;

  RequestCheck(FakeAlipayKeys keys, Clock clock) {
    this.appId = keys.appId();
    this.key = RsaPem.publicKey(keys.appPublicKeyPem());
    this.clock = clock;
  }

  /**
   * @throws ApiError of the first rule that the request breaks
   */
  void verify(SignedForm form) {
    for (String name : REQUIRED) {
      if (form.get(name).isEmpty()) {
        throw ApiError.missing(documented(name));
      }
    }
    require(form.get("app_id").equals(appId), "app-id");
    require(form.get("sign_type").equals("RSA2"), "signature-type");
    require(form.get("charset").equalsIgnoreCase("UTF-8"), "charset");
    require(form.get("version").equals("1.0"), "version");
    require(RsaSignature.verifies(form.content(), form.get("sign"), key), "signature");
    Instant sent =
        AlipayTime.parse(form.get("timestamp")).orElseThrow(() -> ApiError.invalid("timestamp"));
    boolean inTime = Duration.between(sent, clock.instant()).abs().compareTo(CLOCKS_DIFFER) <= 0;
    require(inTime, "timestamp");
  }

  private static String documented(String name) {
    return switch (name) {
      case "sign" -> "signature";
      case "sign_type" -> "signature-type";
      default -> name;
    };
  }

  private static void require(boolean kept, String parameter) {
    if (!kept) {
      throw ApiError.invalid(parameter);
    }
  }
}
