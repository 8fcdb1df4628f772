package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.callback.CallbackOutcome.Reason;
import com.yuge.payment.domain.order.PayStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A callback that was processed.
 *
 * @param row its number in the log
 * @param reason the reason in the log, which says what the callback did
 * @param order its order's status; null if it has no order
 * @param hasRefunds whether it may be about a refund, whose order need not be final
 */
public record AuditedCallback(
    long row, @Nullable String payNo, String reason, @Nullable PayStatus order, boolean hasRefunds)
    implements AuditFact {
  private static final Set<String> DECIDES =
      EnumSet.of(Reason.APPLIED, Reason.LATE_SUCCESS, Reason.AMOUNT_CONFIRMED).stream()
          .map(Reason::name)
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public List<Finding> findings() {
    boolean decided = order != null && (order.isFinal() || hasRefunds);
    return !DECIDES.contains(reason) || decided
        ? List.of()
        : List.of(
            new Finding(
                AuditRule.CALLBACK_OF_AN_OPEN_ORDER,
                "callback " + row,
                reason + " to " + payNo + ", which is " + (order == null ? "not there" : order)));
  }
}
