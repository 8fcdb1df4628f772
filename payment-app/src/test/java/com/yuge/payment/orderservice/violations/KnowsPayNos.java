package com.yuge.payment.orderservice.violations;

import com.yuge.payment.domain.shared.PayNo;

/** Rule 13. */
record KnowsPayNos(PayNo payNo) {}
