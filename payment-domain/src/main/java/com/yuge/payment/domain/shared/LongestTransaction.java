package com.yuge.payment.domain.shared;

import java.time.Duration;

/** The time after which every transaction has ended, whatever happened to its instance. */
public record LongestTransaction(Duration time) {}
