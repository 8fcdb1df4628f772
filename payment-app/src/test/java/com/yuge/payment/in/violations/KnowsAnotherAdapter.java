package com.yuge.payment.in.violations;

import com.yuge.payment.in.rest.RestConfiguration;

/** Rule 12. */
public record KnowsAnotherAdapter(RestConfiguration other) {}
