package com.yuge.payment.in.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of scheme 2, as they came; absent ones are empty. */
record SignatureHeaders(String keyId, String signature) {
  static final String KEY_ID = "X-Payment-Key-Id";
  static final String SIGNATURE = "X-Payment-Signature";
  static final SignatureHeaders NONE = new SignatureHeaders("", "");

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  static SignatureHeaders of(HttpServletRequest request) {
    return new SignatureHeaders(
        text(request.getHeader(KEY_ID)), text(request.getHeader(SIGNATURE)));
  }

  private static String text(@Nullable String header) {
    return header == null ? "" : header;
  }

  /** Either of the two claims scheme 2. */
  boolean claimScheme2() {
    return !keyId.isEmpty() || !signature.isEmpty();
  }

  /** What cannot be a signature is no bytes, which are none either. */
  byte[] signatureBytes() {
    return HEX.matcher(signature).matches() ? HexFormat.of().parseHex(signature) : new byte[0];
  }
}
