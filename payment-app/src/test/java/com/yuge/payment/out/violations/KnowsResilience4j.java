package com.yuge.payment.out.violations;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** Rule 8. */
record KnowsResilience4j(CircuitBreaker breaker) {}
