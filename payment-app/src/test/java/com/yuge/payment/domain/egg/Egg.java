package com.yuge.payment.domain.egg;

import com.yuge.payment.domain.hen.Hen;

/** Rule 3. */
public record Egg(Hen laidBy) {}
