package com.yuge.payment.out.channel;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param connect time until there is a connection
 * @param read time until the answer begins
 * @param deadline total time, up to the last byte of the answer
 */
public record CallLimits(Duration connect, Duration read, Duration deadline) {}
