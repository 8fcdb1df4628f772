package com.yuge.payment.in.rest;

import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.order.CreatePayOrder.Creation;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.ErrorCode.Details;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Builds the error for a payment that is over a limit, and counts it. */
final class LimitErrors {
  private final MeterRegistry meters;

  LimitErrors(MeterRegistry meters) {
    this.meters = meters;
  }

  ApiException of(Creation.OverLimit over) {
    return counted(
        over.scope(), ErrorCode.LIMIT_PER_TRANSACTION, Details.limit(over.scope(), null));
  }

  ApiException of(OpenResult.OverLimit over, MappingContext context) {
    return counted(
        over.scope(),
        ErrorCode.LIMIT_PER_DAY,
        Details.limit(over.scope(), context.localTime(over.resetsAt())));
  }

  private ApiException counted(LimitScope scope, ErrorCode errorCode, Details details) {
    Counter.builder("payment.limits.refused")
        .description("Payments that were refused because of a limit")
        .tag("scope", scope.name())
        .tag("limit", errorCode.name())
        .register(meters)
        .increment();
    return new ApiException(errorCode, details);
  }
}
