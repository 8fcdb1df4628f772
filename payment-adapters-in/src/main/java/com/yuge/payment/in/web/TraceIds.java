package com.yuge.payment.in.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trace of a request; kept with it, since the container tells failures after its end. */
final class TraceIds {
  private static final String ATTRIBUTE = TraceIds.class.getName();

  private final @Nullable Tracer tracer;

  TraceIds(@Nullable Tracer tracer) {
    this.tracer = tracer;
  }

  void remember(HttpServletRequest request) {
    current().ifPresent(traceId -> request.setAttribute(ATTRIBUTE, traceId));
  }

  /** The trace id, or "-" where there is none: a request may fail before it has one. */
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
