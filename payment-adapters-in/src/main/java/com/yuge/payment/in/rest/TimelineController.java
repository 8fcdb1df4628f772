package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.order.FindTimeline;
import com.yuge.payment.domain.order.FindTimeline.Timeline;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import com.yuge.payment.in.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows an order's whole timeline to operators. */
@RestController
final class TimelineController {
  private final FindTimeline find;
  private final PayOrderMapper mapper;
  private final Messages messages;
  private final ZoneId zone;

  TimelineController(FindTimeline find, PayOrderMapper mapper, Messages messages, ZoneId zone) {
    this.find = find;
    this.mapper = mapper;
    this.messages = messages;
    this.zone = zone;
  }

  /**
   * The newest entries, oldest first.
   *
   * @param older the value of {@code before} for the next older page; null if there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"steps", "older"})
  record TimelineResponse(List<TimelineEntryResponse> steps, @Nullable String older) {}

  @GetMapping(PayOrderController.PAY_ORDER + "/timeline")
  ResponseEntity<Envelope<TimelineResponse>> timeline(
      @PathVariable PayNo payNo,
      @RequestParam(required = false) @Nullable String before,
      HttpServletRequest request) {
    TimelineCursor end = InvalidRequest.unless(() -> end(before));
    Timeline timeline =
        find.handle(payNo, end).orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_ORDER));
    MappingContext context = new MappingContext(request, messages, zone);
    List<TimelineEntryResponse> entries =
        timeline.entries().stream().map(entry -> mapper.response(entry, context)).toList();
    TimelineCursor older = timeline.older();
    return Envelope.ok(new TimelineResponse(entries, older == null ? null : older.toString()));
  }

  private static TimelineCursor end(@Nullable String before) {
    return before == null ? TimelineCursor.NEWEST : TimelineCursor.of(before);
  }
}
