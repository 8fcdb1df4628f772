package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is asked to collect, for what, and until when.
 *
 * @param subject what the payer reads; null only of an order that was opened before it was kept
 */
public record Trade(PayNo payNo, Money amount, @Nullable Subject subject, Instant expireAt) {}
