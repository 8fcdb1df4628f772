package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.PaymentTopic;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.PayNo;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.rocketmq.common.message.Message;

/** An event as our outbox writes it, as long and with the same properties. */
record EventText(String eventId, String key, String tag, String traceId) {
  static EventText of(DomainEvent event) {
    return of(new PayNo(event.aggregateKey().value()), event.eventId().value(), event.tag());
  }

  static EventText of(PayNo payNo, String eventId, String tag) {
    return new EventText(eventId, payNo.value(), tag, randomHex() + randomHex());
  }

  private static String randomHex() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
  }

  String payload() {
    return """
    {"eventId":"%s","payNo":"%s","orderNo":"ORD%s","amount":99.90,"channel":"MOCK",\
    "channelTradeNo":"MOCK_%s","paidAt":"2026-11-22T12:00:30.123456",\
    "eventTime":"2026-11-22T12:00:30.123456","traceId":"%s","version":"1.0"}"""
        .formatted(eventId, key, key, key, traceId);
  }

  String headers() {
    return "{\"traceId\":\"%s\",\"traceparent\":\"%s\"}".formatted(traceId, traceparent());
  }

  private String traceparent() {
    return "00-" + traceId + "-" + traceId.substring(0, 16) + "-01";
  }

  Message message() {
    byte[] body = payload().getBytes(StandardCharsets.UTF_8);
    Message message = new Message(PaymentTopic.NAME, tag, key, body);
    message.putUserProperty("eventId", eventId);
    message.putUserProperty("traceId", traceId);
    message.putUserProperty("traceparent", traceparent());
    return message;
  }
}
