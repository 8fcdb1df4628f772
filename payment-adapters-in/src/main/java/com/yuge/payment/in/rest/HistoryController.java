package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.order.TellOrderHistory;
import com.yuge.payment.domain.order.TellOrderHistory.Part;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.Malformed;
import com.yuge.payment.in.web.Messages;
import com.yuge.payment.in.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
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

  /**
   * The newest steps, oldest first.
   *
   * @param older what to give as {@code before} to get those before them; null if there are none
   */
  @JsonPropertyOrder({"steps", "older"})
  record TimelineResponse(List<StepResponse> steps, @Nullable String older) {}

  @GetMapping(PayOrderController.PAY_ORDER + "/timeline")
  ResponseEntity<Envelope<TimelineResponse>> timeline(
      @PathVariable PayNo payNo,
      @RequestParam(required = false) @Nullable String before,
      HttpServletRequest request) {
    TimelineCursor end = Malformed.unless(() -> end(before));
    Part part = tell.handle(payNo, end).orElseThrow(() -> new Refusal(Failure.NO_SUCH_ORDER));
    Wording wording = new Wording(request, messages, zone);
    List<StepResponse> steps =
        part.steps().stream().map(step -> mapper.response(step, wording)).toList();
    TimelineCursor older = part.older();
    return Envelope.ok(new TimelineResponse(steps, older == null ? null : older.toString()));
  }

  private static TimelineCursor end(@Nullable String before) {
    return before == null ? TimelineCursor.NEWEST : TimelineCursor.of(before);
  }
}
