package com.yuge.payment.domain.limit;

import java.time.LocalDate;

/** A user or a merchant on one day of the shop's time zone. */
public record LimitDay(LimitSubject subject, LocalDate day) {}
