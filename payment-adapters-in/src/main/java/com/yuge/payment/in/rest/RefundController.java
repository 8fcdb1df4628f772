package com.yuge.payment.in.rest;

import com.yuge.payment.domain.refund.CreateRefund;
import com.yuge.payment.domain.refund.FindRefund;
import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.refund.NewRefund;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundCreation;
import com.yuge.payment.domain.refund.RefundCreation.Agreed;
import com.yuge.payment.domain.refund.RefundCreation.Refused;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.Caller;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import com.yuge.payment.in.web.RefundMetrics;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refunds: create and read. */
@RestController
final class RefundController {
  static final String REFUND = "/payments/refunds/{refundNo:REF[0-9]{29}}";
  private static final String REFUNDS_OF = PayOrderController.PAY_ORDER + "/refunds";
  private static final Grammar STATUS =
      Grammar.of("status", "refund-status", "REFUNDING|ABNORMAL|SUCCESS|FAILED");

  private final CreateRefund create;
  private final FindRefund find;
  private final InspectRefunds inspect;
  private final RefundMetrics metrics;
  private final RefundAnswers answers;

  RefundController(
      CreateRefund create,
      FindRefund find,
      InspectRefunds inspect,
      RefundMetrics metrics,
      RefundAnswers answers) {
    this.create = create;
    this.find = find;
    this.inspect = inspect;
    this.metrics = metrics;
    this.answers = answers;
  }

  /**
   * Creates a refund. Once it is committed, an unknown result from the channel is not an error,
   * because after an error the caller would create a second refund.
   */
  @PostMapping(path = REFUNDS_OF, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<RefundResponse>> create(
      @PathVariable PayNo payNo,
      @RequestBody(required = false) @Nullable CreateRefundRequest body,
      HttpServletRequest request) {
    NewRefund wanted = wanted(payNo, InvalidRequest.requireBody(body), Caller.of(request));
    RefundCreation creation =
        create.handle(wanted).orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_ORDER));
    return switch (creation.kind()) {
      case AGREED -> answer(counted((Agreed) creation), request);
      case REFUSED -> throw RefundErrors.of((Refused) creation);
    };
  }

  private static NewRefund wanted(PayNo payNo, CreateRefundRequest body, Caller caller) {
    NewRefund wanted = InvalidRequest.unless(() -> body.toNewRefund(payNo, caller.name()));
    if (wanted.tradeNo() != null && !caller.isOperator()) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    return wanted;
  }

  private Refund counted(Agreed agreed) {
    if (!agreed.isNew()) {
      return agreed.refund();
    }
    metrics.created(agreed.refund());
    return metrics.counted(agreed.outcome()).refund();
  }

  @GetMapping(REFUNDS_OF)
  ResponseEntity<Envelope<List<RefundResponse>>> ofOrder(
      @PathVariable PayNo payNo, HttpServletRequest request) {
    List<Refund> refunds =
        find.of(payNo).orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_ORDER));
    return Envelope.ok(answers.ofOrder(payNo, refunds, request));
  }

  @GetMapping(REFUNDS_OF + "/order/{refundOrderNo:[A-Za-z0-9_-]{1,32}}")
  ResponseEntity<Envelope<RefundResponse>> byRefundOrderNo(
      @PathVariable PayNo payNo,
      @PathVariable RefundOrderNo refundOrderNo,
      HttpServletRequest request) {
    return answer(
        find.byRefundOrderNo(payNo, refundOrderNo)
            .orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_REFUND)),
        request);
  }

  @GetMapping(REFUND)
  ResponseEntity<Envelope<RefundResponse>> byRefundNo(
      @PathVariable RefundNo refundNo, HttpServletRequest request) {
    return answer(
        find.byRefundNo(refundNo).orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_REFUND)),
        request);
  }

  /** Lists refunds for operators, oldest first. */
  @GetMapping("/payments/refunds")
  ResponseEntity<Envelope<List<RefundResponse>>> inStatus(
      @RequestParam(defaultValue = "REFUNDING") String status,
      @RequestParam(defaultValue = "0") String after,
      @RequestParam(defaultValue = Paging.PAGE_SIZE) String limit,
      HttpServletRequest request) {
    List<Refund> page =
        InvalidRequest.unless(
            () ->
                inspect.inStatus(
                    RefundStatus.valueOf(STATUS.require(status)),
                    Paging.id(after),
                    Paging.size(limit)));
    return Envelope.ok(answers.page(page, request));
  }

  private ResponseEntity<Envelope<RefundResponse>> answer(
      Refund refund, HttpServletRequest request) {
    return Envelope.ok(answers.one(refund, request));
  }
}
