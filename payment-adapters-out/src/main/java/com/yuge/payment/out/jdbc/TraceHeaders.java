package com.yuge.payment.out.jdbc;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The trace of an event in the format of W3C Trace Context.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context, section 3.2</a>
 */
record TraceHeaders(String traceId, String traceparent) {

  /** Returns the trace of the current work, or a new trace if there is none. */
  static TraceHeaders current(Tracer tracer) {
    Span span = tracer.currentSpan();
    TraceContext context = (span == null ? tracer.nextSpan() : span).context();
    // With tracing switched off, the ids are blank, but a message property must not be blank.
    return context.traceId().isBlank()
        ? of(randomHex() + randomHex(), randomHex(), false)
        : of(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
  }

  private static TraceHeaders of(String traceId, String spanId, boolean sampled) {
    String flags = sampled ? "01" : "00";
    return new TraceHeaders(traceId, "00-" + traceId + "-" + spanId + "-" + flags);
  }

  // Odd, so that it is never all zeros, which the standard forbids.
  private static String randomHex() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
  }

  Map<String, String> asMap() {
    return Map.of("traceId", traceId, "traceparent", traceparent);
  }
}
