package com.yuge.payment.out.channel;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param connect until there is a connection
 * @param read until the answer begins
 * @param deadline all in all, the answer's last byte included
 */
public record CallLimits(Duration connect, Duration read, Duration deadline) {}
