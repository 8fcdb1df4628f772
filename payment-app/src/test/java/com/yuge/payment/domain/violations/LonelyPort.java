package com.yuge.payment.domain.violations;

/** Rule 5: nothing implements it. */
interface LonelyPort {
  void call();
}
