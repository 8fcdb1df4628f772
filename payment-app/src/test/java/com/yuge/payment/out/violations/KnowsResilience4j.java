package com.yuge.payment.out.violations;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** Names the circuit breaker outside of its package. */
record KnowsResilience4j(CircuitBreaker breaker) {}
