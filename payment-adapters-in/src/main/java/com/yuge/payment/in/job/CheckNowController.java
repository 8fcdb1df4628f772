package com.yuge.payment.in.job;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.reconcile.CheckResult;
import com.yuge.payment.domain.reconcile.RequestCheck;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator check an order with its channel at once, in any state of the order. */
@RestController
final class CheckNowController {
  private final RequestCheck request;
  private final CheckPayOrder check;
  private final FindPayOrder find;

  CheckNowController(RequestCheck request, CheckPayOrder check, FindPayOrder find) {
    this.request = request;
    this.check = check;
    this.find = find;
  }

  @JsonPropertyOrder({"payNo", "result", "currentStatus"})
  record Checked(String payNo, String result, String currentStatus) {}

  @PostMapping(
      path = "/payments/{payNo:PAY[0-9]{29}}/reconcile",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<Checked>> checkNow(
      @PathVariable PayNo payNo, @RequestBody(required = false) @Nullable OperatorReason reason) {
    if (!request.handle(payNo, InvalidRequest.requireBody(reason))) {
      throw new ApiException(ErrorCode.NO_SUCH_ORDER);
    }
    CheckResult result = check.now(payNo);
    String status = find.byPayNo(payNo).orElseThrow().order().status().name();
    return Envelope.ok(new Checked(payNo.value(), result.name(), status));
  }
}
