package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.RawCallback;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the HMAC scheme, as received. An absent key id or signature becomes an empty one,
 * since both are invalid.
 *
 * @param version null if absent, which means version 2 in a callback about a payment; an empty text
 *     is no version
 * @param claimHmac whether any of the headers is present, even if empty: the callback then claims
 *     the HMAC scheme
 */
record SignatureHeaders(
    String keyId, String signature, @Nullable String version, boolean claimHmac) {
  static final String KEY_ID = "X-Payment-Key-Id";
  static final String SIGNATURE = "X-Payment-Signature";
  static final String VERSION = "X-Payment-Signature-Version";

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  static SignatureHeaders of(RawCallback raw) {
    return new SignatureHeaders(
        raw.header(KEY_ID).orElse(""),
        raw.header(SIGNATURE).orElse(""),
        raw.header(VERSION).orElse(null),
        Stream.of(KEY_ID, SIGNATURE, VERSION).anyMatch(name -> raw.header(name).isPresent()));
  }

  boolean isVersion1() {
    return "1".equals(version);
  }

  /** Returns whether it is version 2; channels of version 2 may omit the header. */
  boolean isVersion2() {
    return version == null || version.equals("2");
  }

  boolean isVersion3() {
    return "3".equals(version);
  }

  /** Returns no bytes for a malformed signature; such a signature never matches. */
  byte[] signatureBytes() {
    return HEX.matcher(signature).matches() ? HexFormat.of().parseHex(signature) : new byte[0];
  }
}
