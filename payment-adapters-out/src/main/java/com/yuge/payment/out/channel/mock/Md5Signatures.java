package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.domain.shared.Grammar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs with the first secret and accepts all of them, so that a secret can be rotated. */
final class Md5Signatures implements CallbackSigner {
  static final Grammar GRAMMAR = Grammar.of("signature", "signature", "[0-9A-Fa-f]{32}");

  private final List<String> secrets;

  Md5Signatures(List<String> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  @Override
  public String sign(String status, String nonce, String payNo, String timestamp) {
    return sign(Md5Payload.of(status, nonce, payNo, timestamp));
  }

  String sign(Md5Text text) {
    return sign(text, secrets.get(0));
  }

  /** Verifies in constant time, to hide where a forgery differs and from which secret. */
  boolean verify(Md5Text text, String signature) {
    byte[] given = signature.getBytes(StandardCharsets.UTF_8);
    boolean genuine = false;
    for (String secret : secrets) {
      byte[] own = sign(text, secret).getBytes(StandardCharsets.UTF_8);
      genuine |= MessageDigest.isEqual(own, given);
    }
    return genuine;
  }

  /** The same for a signature from outside, which may be absent or no signature at all. */
  boolean verifies(Md5Text text, @Nullable String signature) {
    return GRAMMAR.accepts(signature) && verify(text, GRAMMAR.require(signature));
  }

  private static String sign(Md5Text text, String secret) {
    return HexFormat.of().withUpperCase().formatHex(Md5.of(text.joined() + secret));
  }
}
