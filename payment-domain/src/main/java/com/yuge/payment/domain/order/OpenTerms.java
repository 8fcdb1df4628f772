package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.shared.Subject;
import java.time.Instant;

/**
 * The data that the channel gets when the payment is opened. Every repeat sends the same data, and
 * a refund goes to the same account, even years later.
 *
 * @param expireAt until when the channel accepts the payment
 */
public record OpenTerms(
    ChannelAccount account, Payer payer, Subject subject, Instant openedAt, Instant expireAt) {}
