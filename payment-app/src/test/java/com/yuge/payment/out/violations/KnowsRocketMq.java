package com.yuge.payment.out.violations;

import org.apache.rocketmq.common.message.Message;

/** Rule 8. */
record KnowsRocketMq(Message message) {}
