package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment that a channel is asked to collect; the same data each time.
 *
 * @param subject the text that the payer sees; null if the order has no stored terms and its
 *     request has no subject
 * @param expireAt until when the channel takes money for it
 * @param account where it was opened; null if it never was
 */
public record Trade(
    PayNo payNo,
    Money amount,
    @Nullable Subject subject,
    Instant expireAt,
    @Nullable ChannelAccount account,
    Payer payer) {
  /** A trade that was never opened. */
  public Trade(PayNo payNo, Money amount, @Nullable Subject subject, Instant expireAt) {
    this(payNo, amount, subject, expireAt, null, Payer.UNKNOWN);
  }
}
