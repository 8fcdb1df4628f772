package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfAnswer;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.rsa.RsaSignature;
import java.security.PrivateKey;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers: an object under the call's name, and a signature over exactly its text. */
final class Envelope {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CONTENT_TYPE = "text/html;charset=UTF-8";

  private final Signer signer;

  Envelope(Signer signer) {
    this.signer = signer;
  }

  /** Answers a request whose call is not known; Alipay does not sign that. */
  Answer error(ApiError refusal) {
    return answer("{\"error_response\":" + JSON.writeValueAsString(refusal.fields()) + "}");
  }

  Answer of(Call call, Map<String, Object> fields, OfAnswer fault) {
    return switch (fault) {
      case NONE, ERROR, HANG, DROP, GARBAGE, FREQUENCY_LIMITED ->
          signed(call, fields, signer.key());
      case UNSIGNED -> answer("{" + object(call, JSON.writeValueAsString(fields)) + "}");
      case WRONG_SIGNATURE -> signed(call, fields, signer.strangerKey());
      case SYSTEM_ERROR -> signed(call, ApiError.systemError().fields(), signer.key());
      case UNKNOWN_ERROR -> signed(call, ApiError.unknown().fields(), signer.key());
    };
  }

  private static Answer signed(Call call, Map<String, Object> fields, PrivateKey key) {
    String text = JSON.writeValueAsString(fields);
    return answer(
        "{%s,\"sign\":\"%s\"}".formatted(object(call, text), RsaSignature.sign(text, key)));
  }

  private static String object(Call call, String text) {
    return "\"" + call.envelope() + "\":" + text;
  }

  private static Answer answer(String body) {
    return Answer.of(200, CONTENT_TYPE, body);
  }
}
