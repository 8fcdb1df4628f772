package com.yuge.payment.in.callback;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.InvalidRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signs callbacks like the MOCK channel, for development only: any caller can forge with it. */
@RestController
final class SignatureController {
  private final CallbackSigner signer;

  SignatureController(CallbackSigner signer) {
    this.signer = signer;
  }

  @JsonPropertyOrder({"payNo", "callbackStatus", "timestamp", "nonce", "signature"})
  record Signed(
      String payNo, String callbackStatus, String timestamp, String nonce, String signature) {}

  @GetMapping("/payments/generate-signature")
  ResponseEntity<Envelope<Signed>> sign(
      @RequestParam(defaultValue = "") String payNo,
      @RequestParam(defaultValue = "") String callbackStatus,
      @RequestParam(defaultValue = "") String timestamp,
      @RequestParam(defaultValue = "") String nonce) {
    String signature =
        InvalidRequest.unless(() -> signer.sign(callbackStatus, nonce, payNo, timestamp));
    return Envelope.ok(new Signed(payNo, callbackStatus, timestamp, nonce, signature));
  }
}
