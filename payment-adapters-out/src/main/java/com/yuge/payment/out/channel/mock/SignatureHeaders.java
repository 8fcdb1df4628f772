package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.RawCallback;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the HMAC scheme, as they came. An absent key id or signature is kept as an empty
 * one, since both are wrong.
 *
 * @param version null where it is absent, which names version 2; an empty one names no version
 * @param claimHmac whether any of them is there, be it empty: it claims the HMAC scheme
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

  /** Channels of version 2 name none. */
  boolean isVersion2() {
    return version == null || version.equals("2");
  }

  boolean isVersion3() {
    return "3".equals(version);
  }

  /** What cannot be a signature is no bytes, which are none either. */
  byte[] signatureBytes() {
    return HEX.matcher(signature).matches() ? HexFormat.of().parseHex(signature) : new byte[0];
  }
}
