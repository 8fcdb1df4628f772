package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel named a trade for this order that belongs to another order. A claim pays nothing and is
 * never refunded, because it is not additional money.
 *
 * @param id the store's number, 0 until stored
 * @param payNo the order that the trade was named for
 * @param amount null if the channel did not report it
 */
public record TradeClaim(
    long id,
    PayChannel channel,
    TradeNo tradeNo,
    PayNo payNo,
    @Nullable Money amount,
    Instant receivedAt) {

  /** The same claim with the number that the store gave it. */
  public TradeClaim stored(long storedId) {
    return new TradeClaim(storedId, channel, tradeNo, payNo, amount, receivedAt);
  }
}
