package com.yuge.payment.domain.simulation.scale;

/**
 * What a phase took, in milliseconds.
 *
 * @param shared until every instance had its share
 * @param medianGap how long a partition that had no live owner had none, half of them
 * @param longestGap the same, the longest
 * @param event the longest time from a commit to the broker
 */
public record Measured(Phase phase, long shared, long medianGap, long longestGap, long event) {}
