package com.yuge.payment.out.violations;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule 8. */
record KnowsJdbc(JdbcClient jdbc) {}
