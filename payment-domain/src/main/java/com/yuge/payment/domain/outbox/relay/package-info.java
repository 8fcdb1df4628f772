/**
 * The relay, which publishes the events of the outbox to the broker: its decisions, and the ports
 * that it needs. It has no thread and no clock of its own, so a simulation can run it unchanged.
 */
@NullMarked
package com.yuge.payment.domain.outbox.relay;

import org.jspecify.annotations.NullMarked;
