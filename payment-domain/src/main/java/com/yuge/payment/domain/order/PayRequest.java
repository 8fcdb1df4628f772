package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The request of order-service. A repeat with the same order number and other data is a conflict.
 *
 * @param subject null if none was given; the payer then sees the configured one
 */
public record PayRequest(
    OrderNo orderNo,
    Money amount,
    PayChannel channel,
    @Nullable Subject subject,
    Parties parties) {}
