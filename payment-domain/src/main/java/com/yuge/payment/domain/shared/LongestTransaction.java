package com.yuge.payment.domain.shared;

import java.time.Duration;

/**
 * So long after its begin every transaction has ended, whatever became of the instance that began
 * it.
 */
public record LongestTransaction(Duration time) {}
