package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel named, as this order's payment, a trade that belongs to another order. It pays nothing
 * and is never given back: it is no money of its own.
 *
 * @param id the store's number, 0 until stored
 * @param payNo the order that it was named for
 * @param amount null where the channel did not say
 */
public record TradeClaim(
    long id,
    PayChannel channel,
    TradeNo tradeNo,
    PayNo payNo,
    @Nullable Money amount,
    Instant receivedAt) {

  /** The same with the number that the store gave it. */
  public TradeClaim stored(long storedId) {
    return new TradeClaim(storedId, channel, tradeNo, payNo, amount, receivedAt);
  }
}
