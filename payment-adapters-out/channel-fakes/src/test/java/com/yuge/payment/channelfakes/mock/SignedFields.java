package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** The signature that a service expects, made in another way than the channel makes it. */
final class SignedFields {
  private SignedFields() {}

  /** Each field after the four bytes of its length, which are three zeros and one of their own. */
  static String hmac(JsonNode json, String version, String keyId, String key, String... fields) {
    String text =
        Stream.concat(
                Stream.of(version, keyId),
                Stream.of(fields).map(field -> json.path(field).asString("")))
            .map(field -> "\0\0\0" + (char) field.length() + field)
            .collect(Collectors.joining());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
