package com.yuge.payment.consumer.violations;

import com.yuge.payment.domain.shared.TradeNo;

/** Rule 13. */
record KnowsTrades(TradeNo tradeNo) {}
