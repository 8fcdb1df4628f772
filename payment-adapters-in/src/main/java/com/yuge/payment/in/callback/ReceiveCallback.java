package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.DecidesNothing;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.CallbackReading.Verified;
import com.yuge.payment.domain.callback.CallbackReading.VerifiedRefund;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.HandleRefundCallback;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Processes every callback: the channel's reader verifies it, and only a verified callback reaches
 * the domain.
 */
final class ReceiveCallback {
  private final CallbackBodies bodies;
  private final HandleCallback handle;
  private final HandleRefundCallback handleRefund;
  private final Rejections rejections;
  private final CallbackMetrics metrics;

  ReceiveCallback(
      HandleCallback handle,
      HandleRefundCallback handleRefund,
      Rejections rejections,
      CallbackMetrics metrics) {
    this.bodies = new CallbackBodies(rejections);
    this.handle = handle;
    this.handleRefund = handleRefund;
    this.rejections = rejections;
    this.metrics = metrics;
  }

  /**
   * Handles a callback about a payment or a refund and returns only after commit, because the
   * response acknowledges the callback.
   *
   * @throws ApiException when the callback is not authentic, or names no order or refund of the
   *     channel
   * @throws com.yuge.payment.in.web.InvalidRequest when it is malformed
   */
  void receive(CallbackReader reader, String kind, HttpServletRequest request) {
    byte[] body = bodies.read(reader.channel(), request);
    CallbackReading reading = verified(reader, kind, request, body);
    if (reading instanceof VerifiedRefund refund) {
      decide(refund.callback());
    } else if (reading instanceof DecidesNothing nothing) {
      rejections.decidesNothing(reader.channel(), nothing.claim(), request, body);
    } else {
      CallbackOutcome unused = decide(((Verified) reading).callback());
    }
  }

  /** The same for a kind that is about payments only. */
  CallbackOutcome receivePayment(CallbackReader reader, String kind, HttpServletRequest request) {
    byte[] body = bodies.read(reader.channel(), request);
    return decide(((Verified) verified(reader, kind, request, body)).callback());
  }

  private CallbackReading verified(
      CallbackReader reader, String kind, HttpServletRequest request, byte[] body) {
    CallbackReading reading = reader.read(new RawCallback(kind, headers(request), body));
    if (reading instanceof Refused refused) {
      throw rejections.refused(reader.channel(), refused, request, body);
    }
    return reading;
  }

  /** Refuses a callback with a query string, which channels never send and do not sign. */
  ApiException refuseQuery(CallbackReader reader, HttpServletRequest request) {
    rejections.unread(reader.channel(), request, new byte[0], "QUERY");
    return new ApiException(ErrorCode.BAD_REQUEST);
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, request.getHeader(name));
    }
    return headers;
  }

  private CallbackOutcome decide(VerifiedCallback callback) {
    CallbackOutcome outcome = handle.handle(callback).orElseThrow(() -> unknownPayNo(callback));
    metrics.decided(outcome);
    return outcome;
  }

  private void decide(VerifiedRefundCallback callback) {
    metrics.decided(handleRefund.handle(callback).orElseThrow(this::unknownRefundNo));
  }

  private ApiException unknownRefundNo() {
    metrics.failed(CallbackRecord.UNKNOWN_REFUND_NO, null);
    return new ApiException(ErrorCode.NO_SUCH_REFUND);
  }

  private ApiException unknownPayNo(VerifiedCallback callback) {
    metrics.failed(CallbackRecord.UNKNOWN_PAY_NO, callback.result().payNo());
    return new ApiException(ErrorCode.NO_SUCH_ORDER);
  }
}
