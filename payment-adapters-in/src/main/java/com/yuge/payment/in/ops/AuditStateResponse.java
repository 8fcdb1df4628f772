package com.yuge.payment.in.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.yuge.payment.domain.audit.AuditProgress;
import com.yuge.payment.domain.audit.AuditRule;
import com.yuge.payment.domain.audit.AuditWalk;
import com.yuge.payment.domain.audit.InspectAudit.AuditState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the audit, and the open violations of each rule.
 *
 * @param walk the part of the data that is audited now; missing while no audit is under way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditStateResponse(
    @Nullable LocalDate day,
    @Nullable String walk,
    @Nullable Instant startedAt,
    @Nullable LocalDate completeDay,
    Map<AuditRule, Integer> open) {
  static AuditStateResponse of(AuditState state) {
    AuditProgress progress = state.progress();
    AuditWalk walk = progress.walk();
    return new AuditStateResponse(
        progress.day(),
        walk == null ? null : walk.name(),
        progress.startedAt(),
        progress.completeDay(),
        state.open());
  }
}
