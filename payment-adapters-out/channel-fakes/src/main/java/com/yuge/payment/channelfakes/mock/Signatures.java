package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The channel's signatures. This code is separate from the service's, as in another company. */
final class Signatures {
  private Signatures() {}

  static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /**
   * The HMAC over a version, the key id and these fields, in this order. An absent field or key id
   * is signed as an empty text.
   */
  static String hmac(
      String version, Map<String, String> fields, List<String> signed, Signing signing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, version);
    write(bytes, Objects.toString(signing.keyId(), ""));
    signed.forEach(field -> write(bytes, fields.getOrDefault(field, "")));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(signing.secret().getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(bytes.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static void write(ByteArrayOutputStream bytes, String field) {
    byte[] utf8 = field.getBytes(UTF_8);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
    bytes.writeBytes(utf8);
  }
}
