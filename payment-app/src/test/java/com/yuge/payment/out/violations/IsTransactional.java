package com.yuge.payment.out.violations;

import org.springframework.transaction.annotation.Transactional;

/** Rule 7, first half. */
class IsTransactional {
  @Transactional
  void annotated() {}
}
