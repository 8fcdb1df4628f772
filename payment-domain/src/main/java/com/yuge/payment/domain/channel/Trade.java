package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;

/** What a channel is asked to collect, and until when. */
public record Trade(PayNo payNo, Money amount, Instant expireAt) {}
