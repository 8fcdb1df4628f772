package com.yuge.payment.domain.outbox.violations;

import com.yuge.payment.domain.shared.PayNo;

/** Rule 11: not every key is a pay number. */
final class KnowsPayNumbers {
  String keyOf(PayNo payNo) {
    return payNo.value();
  }
}
