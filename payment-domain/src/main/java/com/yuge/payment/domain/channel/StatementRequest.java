package com.yuge.payment.domain.channel;

import java.time.LocalDate;

/**
 * Which statement is fetched.
 *
 * @param day the day that it is about, from midnight to midnight in the channel's time zone
 */
public record StatementRequest(StatementSource source, LocalDate day) {}
