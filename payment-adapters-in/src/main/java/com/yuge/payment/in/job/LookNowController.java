package com.yuge.payment.in.job;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.reconcile.Look;
import com.yuge.payment.domain.reconcile.RequestLook;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.Malformed;
import com.yuge.payment.in.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An operator has an order's channel asked at once, whatever state the order is in. */
@RestController
final class LookNowController {
  private final RequestLook request;
  private final LookAtOrder look;
  private final FindPayOrder find;

  LookNowController(RequestLook request, LookAtOrder look, FindPayOrder find) {
    this.request = request;
    this.look = look;
    this.find = find;
  }

  @JsonPropertyOrder({"payNo", "result", "currentStatus"})
  record Looked(String payNo, String result, String currentStatus) {}

  @PostMapping(
      path = "/payments/{payNo:PAY[0-9]{29}}/reconcile",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<Looked>> lookNow(
      @PathVariable PayNo payNo, @RequestBody(required = false) @Nullable OperatorReason reason) {
    if (!request.handle(payNo, Malformed.requireBody(reason))) {
      throw new Refusal(Failure.NO_SUCH_ORDER);
    }
    Look result = look.now(payNo);
    String status = find.byPayNo(payNo).orElseThrow().order().status().name();
    return Envelope.ok(new Looked(payNo.value(), result.name(), status));
  }
}
