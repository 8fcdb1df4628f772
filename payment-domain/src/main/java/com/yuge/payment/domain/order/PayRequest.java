package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What order-service asks for. A repeat that asks for anything else under the same order number is
 * a conflict.
 *
 * @param subject null where none was given: the payer reads the configured one
 */
public record PayRequest(
    OrderNo orderNo, Money amount, PayChannel channel, @Nullable Subject subject) {}
