package com.yuge.payment.domain.limit;

import java.math.BigDecimal;

/**
 * A part of a day's limit, in a row of its own.
 *
 * @param cap the part; only that of the first slice may be below zero or below what is used
 * @param used what is reserved or paid
 */
public record LimitSlice(int shard, BigDecimal cap, BigDecimal used) {}
