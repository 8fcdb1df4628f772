package com.yuge.payment.in.job;

import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.ProcessRefund;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.in.web.RefundMetrics;

/** Makes the next call about a refund, and counts the result. */
record RunRefundStep(ProcessRefund process, RefundMetrics metrics) {
  RefundOutcome.Kind whenDue(DueRefund due) {
    return metrics.counted(process.handle(due)).kind();
  }
}
