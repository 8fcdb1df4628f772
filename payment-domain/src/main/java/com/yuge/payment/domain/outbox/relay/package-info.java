/**
 * The relay that carries the outbox to the broker: what it decides, and the ports it needs. It has
 * no thread and no clock of its own, so that a simulation can run it as it is.
 */
@NullMarked
package com.yuge.payment.domain.outbox.relay;

import org.jspecify.annotations.NullMarked;
