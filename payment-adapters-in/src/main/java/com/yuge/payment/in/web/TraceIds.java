package com.yuge.payment.in.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request's trace id, stored in it because the container reports failures after the trace. */
final class TraceIds {
  private static final String ATTRIBUTE = TraceIds.class.getName();

  private final @Nullable Tracer tracer;

  TraceIds(@Nullable Tracer tracer) {
    this.tracer = tracer;
  }

  void remember(HttpServletRequest request) {
    current().ifPresent(traceId -> request.setAttribute(ATTRIBUTE, traceId));
  }

  /** Returns the trace id, or "-" if there is none: a request may fail before it has one. */
  String of(HttpServletRequest request) {
    return current()
        .or(() -> Optional.ofNullable((String) request.getAttribute(ATTRIBUTE)))
        .orElse("-");
  }

  private Optional<String> current() {
    return Optional.ofNullable(tracer)
        .map(Tracer::currentSpan)
        .map(Span::context)
        .map(context -> context.traceId());
  }
}
