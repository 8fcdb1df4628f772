package com.yuge.payment.in.violations;

import com.yuge.payment.out.violations.ReachesIn;

/** Rule 2. */
public record ReachesOut(ReachesIn other) {}
