package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment that a channel is asked to collect.
 *
 * @param subject the text that the payer sees; null if the order has no stored terms and its
 *     request has no subject
 */
public record Trade(PayNo payNo, Money amount, @Nullable Subject subject, Instant expireAt) {}
