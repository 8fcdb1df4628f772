package com.yuge.payment.in.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.yuge.payment.domain.limit.InspectLimits.Usage;
import com.yuge.payment.domain.limit.Limit;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A limit as operators see it; a missing amount means that there is no such limit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LimitResponse(
    String scope,
    String subject,
    @Nullable BigDecimal perTransaction,
    @Nullable BigDecimal perDay,
    int shards,
    int version) {

  static LimitResponse of(Limit limit) {
    return new LimitResponse(
        limit.subject().scope().name(),
        limit.subject().no(),
        amount(limit.perTransaction()),
        amount(limit.perDay()),
        limit.shards(),
        limit.version());
  }

  private static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  /**
   * What a subject has used today.
   *
   * @param limit the limit that applies to the subject: its own, or that of {@code *}; missing if
   *     there is none
   * @param day the day in the shop's time zone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UsageResponse(
      String scope, String subject, @Nullable LimitResponse limit, LocalDate day, BigDecimal used) {
    static UsageResponse of(Usage usage) {
      return new UsageResponse(
          usage.subject().scope().name(),
          usage.subject().no(),
          usage.limit().map(LimitResponse::of).orElse(null),
          usage.day(),
          usage.used());
    }
  }
}
