package com.yuge.payment.domain.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund with its payment.
 *
 * @param trade null if the payment does not exist
 */
public record AuditedRefund(String refundNo, String tradeNo, @Nullable AuditedTrade trade)
    implements AuditFact {
  @Override
  public List<Finding> findings() {
    return trade == null
        ? List.of(
            new Finding(
                AuditRule.REFUND_WITHOUT_ITS_TRADE, refundNo, "no payment has trade " + tradeNo))
        : trade.findings();
  }
}
