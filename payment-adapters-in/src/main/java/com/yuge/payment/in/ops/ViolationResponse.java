package com.yuge.payment.in.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.yuge.payment.domain.audit.Violation;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A violation as operators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ViolationResponse(
    long id,
    String rule,
    String subject,
    String detail,
    String state,
    LocalDate day,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable OperatorReason resolved) {
  static ViolationResponse of(Violation violation) {
    return new ViolationResponse(
        violation.id(),
        violation.finding().rule().name(),
        violation.finding().subject(),
        violation.finding().detail(),
        violation.state().name(),
        violation.day(),
        violation.firstSeen(),
        violation.lastSeen(),
        violation.resolved());
  }
}
