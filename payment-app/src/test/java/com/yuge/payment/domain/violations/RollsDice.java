package com.yuge.payment.domain.violations;

import java.util.UUID;

/** Rule 6. */
final class RollsDice {
  UUID chance() {
    return UUID.randomUUID();
  }
}
