package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a channel said, verifiably, of one pay order.
 *
 * @param tradeNo the trade it speaks of; a payment always has one
 * @param amount what the payer paid; null where the channel does not say
 * @param paidAt when the payer paid, by the channel's clock; null where the channel does not say
 */
public record ChannelResult(
    PayNo payNo,
    Status status,
    @Nullable TradeNo tradeNo,
    @Nullable Money amount,
    @Nullable Instant paidAt) {

  /** Positive answers only: a channel that does not know has said nothing. */
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
