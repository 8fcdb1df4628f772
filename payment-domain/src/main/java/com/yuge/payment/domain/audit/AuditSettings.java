package com.yuge.payment.domain.audit;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When and how the service audits itself.
 *
 * @param at the time of day at which the audit of the day before begins
 * @param chunk the maximum number of rows that a statement reads
 * @param hold how long a claimed audit is reserved; longer than a chunk takes
 * @param timeLimit the time after which the audit of a day is given up
 * @param timeToPay how long an order can be paid
 * @param kept how long published events are kept
 * @param longest the time after which every transaction has ended
 */
public record AuditSettings(
    LocalTime at,
    int chunk,
    Duration hold,
    Duration timeLimit,
    Duration timeToPay,
    Duration kept,
    Duration longest) {}
