package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.shared.Subject;
import java.time.Instant;

/**
 * What the channel is told when the payment is opened. It is told the same words again whenever the
 * payment is opened again, and a refund goes to the same account years later.
 *
 * @param expireAt until when the channel takes the payment
 */
public record OpenTerms(
    ChannelAccount account, Payer payer, Subject subject, Instant openedAt, Instant expireAt) {}
