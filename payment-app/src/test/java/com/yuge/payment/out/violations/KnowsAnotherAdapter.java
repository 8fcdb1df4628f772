package com.yuge.payment.out.violations;

import com.yuge.payment.out.channel.CallLimits;

/** Rule 12. */
public record KnowsAnotherAdapter(CallLimits other) {}
