package com.yuge.payment.consumer;

import java.time.LocalDateTime;

/**
 * The fields that every event has.
 *
 * @param payNo the key of the message; an event about a statement has the statement's key here
 * @param orderNo the shop's number of the order; an event about a statement has the statement's key
 *     here too, so that the consume log names what was handled
 * @param channel such as WECHAT, ALIPAY or MOCK
 * @param version of the payload: 1.0, or a later 1.x
 */
public record EventHeader(
    String eventId,
    String payNo,
    String orderNo,
    String channel,
    LocalDateTime eventTime,
    String traceId,
    String version) {
  /** The longest event id that the consume log has room for. */
  private static final int LONGEST_ID = 64;

  /** Another major version is published on a topic of its own, so it is an error on this one. */
  private static final String MAJOR = "1.";

  public EventHeader {
    if (eventId.isEmpty() || eventId.length() > LONGEST_ID) {
      throw new MalformedEventException("eventId must have 1 to " + LONGEST_ID + " characters");
    }
    if (!version.startsWith(MAJOR)) {
      throw new MalformedEventException("version " + version + " is not " + MAJOR + "x");
    }
  }

  static EventHeader of(EventFields fields) {
    return of(fields, "payNo", "orderNo");
  }

  static EventHeader ofStatement(EventFields fields) {
    return of(fields, "statementKey", "statementKey");
  }

  private static EventHeader of(EventFields fields, String payNo, String orderNo) {
    return new EventHeader(
        fields.text("eventId"),
        fields.text(payNo),
        fields.text(orderNo),
        fields.text("channel"),
        fields.time("eventTime"),
        fields.text("traceId"),
        fields.text("version"));
  }
}
