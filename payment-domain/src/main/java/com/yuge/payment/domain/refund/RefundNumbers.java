package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Randomness;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Issues the numbers of new refunds.
 *
 * @param zone determines the date inside a number
 */
record RefundNumbers(Randomness randomness, ZoneId zone) {
  RefundNo next(PayOrder order, Instant now) {
    return RefundNo.issue(
        now.atZone(zone), randomness.digits(RefundNo.RANDOM_DIGITS), order.orderNo());
  }
}
