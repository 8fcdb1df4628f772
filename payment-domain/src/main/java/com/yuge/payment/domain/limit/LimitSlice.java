package com.yuge.payment.domain.limit;

import java.math.BigDecimal;

/**
 * A part of a day's limit, in a row of its own.
 *
 * @param cap the slice's part of the limit; only the cap of the first slice may be below zero or
 *     below {@code used}
 * @param used the amount that is reserved or paid
 */
public record LimitSlice(int shard, BigDecimal cap, BigDecimal used) {}
