package com.yuge.payment.in.rest;

import com.yuge.payment.domain.order.Step;
import com.yuge.payment.domain.order.TellOrderHistory;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.Messages;
import com.yuge.payment.in.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An order's whole story, for people who are asked about it. */
@RestController
final class HistoryController {
  private final TellOrderHistory tell;
  private final PayOrderMapper mapper;
  private final Messages messages;
  private final ZoneId zone;

  HistoryController(TellOrderHistory tell, PayOrderMapper mapper, Messages messages, ZoneId zone) {
    this.tell = tell;
    this.mapper = mapper;
    this.messages = messages;
    this.zone = zone;
  }

  @GetMapping(PayOrderController.PAY_ORDER + "/timeline")
  ResponseEntity<Envelope<List<StepResponse>>> timeline(
      @PathVariable String payNo, HttpServletRequest request) {
    List<Step> steps =
        tell.handle(new PayNo(payNo)).orElseThrow(() -> new Refusal(Failure.NO_SUCH_ORDER));
    Wording wording = new Wording(request, messages, zone);
    return Envelope.ok(steps.stream().map(step -> mapper.response(step, wording)).toList());
  }
}
