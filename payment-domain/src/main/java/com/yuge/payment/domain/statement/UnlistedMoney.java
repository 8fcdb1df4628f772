package com.yuge.payment.domain.statement;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment or refund of ours that no statement lists.
 *
 * @param refundNo null for a payment
 * @param amount null while the channel has not reported it
 */
public record UnlistedMoney(
    String payNo, String tradeNo, @Nullable String refundNo, @Nullable BigDecimal amount) {
  /**
   * A part of our books.
   *
   * @param lastRow the last row that was read; the next part begins after it
   * @param end whether nothing follows
   */
  public record Chunk(List<UnlistedMoney> unlisted, long lastRow, boolean end) {}
}
