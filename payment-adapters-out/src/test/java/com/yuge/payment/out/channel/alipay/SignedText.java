package com.yuge.payment.out.channel.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Answers to one call, as Alipay writes and signs them. */
record SignedText(String method) {
  private static final String KEY = AlipayDesk.KEYS.alipayPrivateKeyPem();

  /** The answer with its signature. */
  byte[] signed(String inner) {
    return signed(inner, inner);
  }

  /** The answer with the signature of another text. */
  byte[] signed(String inner, String signed) {
    return body(inner, "\"" + AlipayDesk.sign(signed, KEY) + "\"");
  }

  byte[] signedBy(String privateKeyPem, String inner) {
    return body(inner, "\"" + AlipayDesk.sign(inner, privateKeyPem) + "\"");
  }

  byte[] body(String inner, String sign) {
    return "{\"%s\":%s,\"sign\":%s}".formatted(name(), inner, sign).getBytes(UTF_8);
  }

  /** The signature comes first, as some gateways write it. */
  byte[] signatureFirst(String inner) {
    return "{ \"sign\" : \"%s\" , \"%s\" : %s }"
        .formatted(AlipayDesk.sign(inner, KEY), name(), inner)
        .getBytes(UTF_8);
  }

  String name() {
    return method.replace('.', '_') + "_response";
  }

  AlipayAnswer read(byte[] body) {
    return AlipayEnvelope.read(body, method, AlipayDesk.ACCOUNT);
  }
}
