package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.refund.CancelRefund;
import com.yuge.payment.domain.refund.CancelRefund.Cancellation;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.domain.refund.RefundOutcome.Kind;
import com.yuge.payment.domain.refund.RequestRefundCheck;
import com.yuge.payment.domain.refund.ResolveRefund;
import com.yuge.payment.domain.refund.ResolveRefund.Resolution;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import com.yuge.payment.in.web.RefundMetrics;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators check, cancel and resolve a refund. */
@RestController
final class RefundOperationsController {
  private final RequestRefundCheck check;
  private final CancelRefund cancel;
  private final ResolveRefund resolve;
  private final RefundMetrics metrics;
  private final RefundAnswers answers;

  RefundOperationsController(
      RequestRefundCheck check,
      CancelRefund cancel,
      ResolveRefund resolve,
      RefundMetrics metrics,
      RefundAnswers answers) {
    this.check = check;
    this.cancel = cancel;
    this.resolve = resolve;
    this.metrics = metrics;
    this.answers = answers;
  }

  /** What the call did, and the refund afterwards. */
  @JsonPropertyOrder({"result", "refund"})
  record Operated(String result, RefundResponse refund) {}

  @PostMapping(
      path = RefundController.REFUND + "/reconcile",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<Operated>> reconcile(
      @PathVariable RefundNo refundNo,
      @RequestBody(required = false) @Nullable OperatorReason reason,
      HttpServletRequest request) {
    RefundOutcome outcome = found(check.handle(refundNo, InvalidRequest.requireBody(reason)));
    return answer(outcome.kind(), metrics.counted(outcome).refund(), request);
  }

  @PostMapping(
      path = RefundController.REFUND + "/cancel",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<Operated>> cancel(
      @PathVariable RefundNo refundNo,
      @RequestBody(required = false) @Nullable OperatorReason reason,
      HttpServletRequest request) {
    Cancellation done = found(cancel.handle(refundNo, InvalidRequest.requireBody(reason)));
    if (!done.changed()) {
      boolean asked = done.refund().isUndecided();
      throw new ApiException(asked ? ErrorCode.REFUND_ASKED : ErrorCode.REFUND_DECIDED);
    }
    RefundOutcome outcome = metrics.counted(new RefundOutcome(Kind.FAILED, done.refund()));
    return answer(outcome.kind(), outcome.refund(), request);
  }

  @PostMapping(
      path = RefundController.REFUND + "/resolve",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<Operated>> resolve(
      @PathVariable RefundNo refundNo,
      @RequestBody(required = false) @Nullable ResolveRequest body,
      HttpServletRequest request) {
    ResolveRequest wanted = InvalidRequest.requireBody(body);
    OperatorReason why = InvalidRequest.unless(wanted::why);
    Optional<Boolean> done = InvalidRequest.unless(wanted::done);
    Resolution resolution = found(resolve.handle(refundNo, why, done.orElse(null)));
    metrics.counted(resolution.outcome());
    return switch (resolution.kind()) {
      case DECIDED, RESOLVED -> answer(resolution.kind(), resolution.refund(), request);
      case NOT_DUE -> throw new ApiException(ErrorCode.REFUND_NOT_DUE);
      case UNDECIDED -> undecided(resolution, done.isPresent(), request);
    };
  }

  // An operator who only queries the channel gets the undecided refund, not an error.
  private ResponseEntity<Envelope<Operated>> undecided(
      Resolution resolution, boolean decides, HttpServletRequest request) {
    if (decides) {
      throw new ApiException(ErrorCode.REFUND_UNDECIDED);
    }
    return answer(resolution.kind(), resolution.refund(), request);
  }

  private static <T> T found(Optional<T> result) {
    return result.orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_REFUND));
  }

  private ResponseEntity<Envelope<Operated>> answer(
      Enum<?> result, Refund refund, HttpServletRequest request) {
    return Envelope.ok(new Operated(result.name(), answers.one(refund, request)));
  }
}
