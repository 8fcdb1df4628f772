/** The relay that carries the outbox to the broker; it depends on neither SQL nor RocketMQ. */
@NullMarked
package com.yuge.payment.out.outbox;

import org.jspecify.annotations.NullMarked;
