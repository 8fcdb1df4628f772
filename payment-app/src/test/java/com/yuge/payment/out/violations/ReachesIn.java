package com.yuge.payment.out.violations;

import com.yuge.payment.in.violations.ReachesOut;

/** Rule 2. */
public record ReachesIn(ReachesOut other) {}
