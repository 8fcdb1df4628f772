package com.yuge.payment.in.rest;

import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.in.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How this caller is told times and states. */
record Wording(HttpServletRequest request, Messages messages, ZoneId zone) {
  // Always to the second: toString() would drop seconds that are zero.
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  String localTime(Instant at) {
    return LOCAL.format(at.atZone(zone));
  }

  String describe(PayStatus status) {
    return messages.text(request, "status." + status.name());
  }
}
