package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.limit.LimitScope;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user or a merchant has used of the day's limit, and the sum of its orders. The orders are
 * not read at one moment, so the two are comparable only if the use did not change meanwhile.
 *
 * @param counted the sum over the orders
 * @param usedBefore what was used before the orders were read; null in the first round
 * @param used what is used now
 */
public record AuditedLimit(
    LimitScope scope,
    String subject,
    BigDecimal counted,
    @Nullable BigDecimal usedBefore,
    BigDecimal used)
    implements AuditFact {
  /** Whether its orders must be read again. */
  public boolean differs() {
    return counted.compareTo(used) != 0;
  }

  @Override
  public List<Finding> findings() {
    boolean stayed = usedBefore != null && usedBefore.compareTo(used) == 0;
    return stayed && differs()
        ? List.of(
            new Finding(
                AuditRule.LIMIT_USE_DIFFERS,
                scope + " " + subject,
                "used " + used + ", but the orders of the day sum to " + counted))
        : List.of();
  }
}
