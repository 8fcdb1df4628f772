package com.yuge.payment.in.rest;

import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.in.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** The caller's language, and the time zone of the response. */
record MappingContext(HttpServletRequest request, Messages messages, ZoneId zone) {
  // Always prints seconds: toString() would omit seconds that are zero.
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private static final Pattern MOMENT =
      Pattern.compile("\\b\\d{4}(-\\d\\d){2}T\\d\\d(:\\d\\d){2}(\\.\\d{1,9})?Z\\b");

  String localTime(Instant at) {
    return LOCAL.format(at.atZone(zone));
  }

  /** Converts the UTC instants inside a text to local time. Stored texts have UTC. */
  String localTimes(String text) {
    return MOMENT.matcher(text).replaceAll(moment -> localTime(moment.group()));
  }

  private String localTime(String moment) {
    try {
      return localTime(Instant.parse(moment));
    } catch (DateTimeParseException onlyLooksLikeOne) {
      return moment;
    }
  }

  String describe(RefundStatus status) {
    return messages.text(request, "refund." + status.name());
  }

  String describe(PayStatus status) {
    return messages.text(request, "status." + status.name());
  }
}
