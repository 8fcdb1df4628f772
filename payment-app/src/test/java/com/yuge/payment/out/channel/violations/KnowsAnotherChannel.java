package com.yuge.payment.out.channel.violations;

import com.yuge.payment.out.channel.mock.MockChannelProperties;

/** Rule 12. */
public record KnowsAnotherChannel(MockChannelProperties other) {}
