package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel's verified statement about one pay order.
 *
 * @param tradeNo the trade at the channel; a payment always has one
 * @param amount the amount that the payer paid; null if the channel does not report it
 * @param paidAt when the payer paid, by the channel's clock; null if the channel does not report it
 */
public record ChannelResult(
    PayNo payNo,
    Status status,
    @Nullable TradeNo tradeNo,
    @Nullable Money amount,
    @Nullable Instant paidAt) {

  /** Definite results only; an unknown state is not a result. */
  public enum Status {
    SUCCESS,
    FAILED
  }

  public ChannelResult {
    if (status == Status.SUCCESS && tradeNo == null) {
      throw new InvalidValue("channelTradeNo", "trade-no");
    }
  }

  public boolean isPaid() {
    return status == Status.SUCCESS;
  }
}
