package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import java.nio.charset.StandardCharsets;

/** Form, signature, replay window, and only then the domain: each guards the next. */
final class ReceiveMockCallback {
  private final SignatureVerifier verifier;
  private final ReplayWindow window;
  private final HandleCallback handle;
  private final Rejections rejections;
  private final CallbackMetrics metrics;

  ReceiveMockCallback(
      SignatureVerifier verifier,
      ReplayWindow window,
      HandleCallback handle,
      Rejections rejections,
      CallbackMetrics metrics) {
    this.verifier = verifier;
    this.window = window;
    this.handle = handle;
    this.rejections = rejections;
    this.metrics = metrics;
  }

  /**
   * Returns only after commit: the answer is the channel's acknowledgement.
   *
   * @param from the remote address, as limits tell them apart
   */
  CallbackOutcome receive(byte[] body, SignatureHeaders headers, String from) {
    // For the log, as it came; what is no UTF-8 is replaced there and refused here.
    String payload = new String(body, StandardCharsets.UTF_8);
    MockCallback callback = read(body, headers, from, payload);
    if (!callback.genuine()) {
      throw rejections.forged(from, callback, payload);
    }
    if (!window.admits(callback.text().sentAt())) {
      throw rejections.outsideWindow(from, callback, payload);
    }
    return decide(callback, payload);
  }

  private MockCallback read(byte[] body, SignatureHeaders headers, String from, String payload) {
    CallbackBody json = CallbackBody.UNREADABLE;
    try {
      json = verifier.body(body);
      return verifier.read(json, headers);
    } catch (InvalidRequest invalid) {
      rejections.record(from, json, payload);
      throw invalid;
    }
  }

  private CallbackOutcome decide(MockCallback callback, String payload) {
    CallbackOutcome outcome =
        handle
            .handle(callback.verified(payload))
            .orElseThrow(() -> unknownPayNo(callback.text().payNo()));
    metrics.decided(outcome);
    return outcome;
  }

  private ApiException unknownPayNo(PayNo payNo) {
    metrics.failed("UNKNOWN_PAY_NO", payNo);
    return new ApiException(ErrorCode.NO_SUCH_ORDER);
  }
}
