package com.yuge.payment.domain.violations;

import java.time.Instant;

/** Rule 6. */
final class ReadsTheClock {
  Instant time() {
    return Instant.now();
  }
}
