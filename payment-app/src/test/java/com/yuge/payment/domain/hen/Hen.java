package com.yuge.payment.domain.hen;

import com.yuge.payment.domain.egg.Egg;

/** Rule 3. */
public record Hen(Egg hatchedFrom) {}
