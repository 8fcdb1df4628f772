package com.yuge.payment.out.jdbc;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Map;

/**
 * The trace that an event belongs to, as W3C Trace Context writes it.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context, section 3.2</a>
 */
record TraceHeaders(String traceId, String traceparent) {

  /** The trace of the work in hand; work without one gets a trace of its own. */
  static TraceHeaders current(Tracer tracer) {
    Span span = tracer.currentSpan();
    TraceContext context = (span == null ? tracer.nextSpan() : span).context();
    String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
    return new TraceHeaders(
        context.traceId(), "00-" + context.traceId() + "-" + context.spanId() + "-" + flags);
  }

  Map<String, String> asMap() {
    return Map.of("traceId", traceId, "traceparent", traceparent);
  }
}
