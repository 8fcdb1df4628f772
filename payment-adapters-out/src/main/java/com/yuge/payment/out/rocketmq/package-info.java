/** Sends batches of events to RocketMQ and knows what counts as sent. */
@NullMarked
package com.yuge.payment.out.rocketmq;

import org.jspecify.annotations.NullMarked;
