package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackVerdict;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.Malformed;
import com.yuge.payment.in.web.Refusal;
import java.nio.charset.StandardCharsets;

/** Form, signature, replay window, and only then the domain: each guards the next. */
final class ReceiveMockCallback {
  private final CallbackSchemes schemes;
  private final ReplayWindow window;
  private final HandleCallback handle;
  private final Rejections rejections;
  private final CallbackCounts counts;

  ReceiveMockCallback(
      CallbackSchemes schemes,
      ReplayWindow window,
      HandleCallback handle,
      Rejections rejections,
      CallbackCounts counts) {
    this.schemes = schemes;
    this.window = window;
    this.handle = handle;
    this.rejections = rejections;
    this.counts = counts;
  }

  /**
   * Returns only after commit: the answer is the channel's acknowledgement.
   *
   * @param from the remote address, as limits tell them apart
   */
  CallbackVerdict receive(byte[] body, SignatureHeaders headers, String from) {
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
      json = schemes.body(body);
      return schemes.read(json, headers);
    } catch (Malformed malformed) {
      rejections.keep(from, json, payload);
      throw malformed;
    }
  }

  private CallbackVerdict decide(MockCallback callback, String payload) {
    CallbackVerdict verdict =
        handle
            .handle(callback.verified(payload))
            .orElseThrow(() -> unknownPayNo(callback.text().payNo()));
    counts.decided(verdict);
    return verdict;
  }

  private Refusal unknownPayNo(PayNo payNo) {
    counts.failed("UNKNOWN_PAY_NO", payNo);
    return new Refusal(Failure.NO_SUCH_ORDER);
  }
}
