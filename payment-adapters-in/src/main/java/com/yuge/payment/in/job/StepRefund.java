package com.yuge.payment.in.job;

import com.yuge.payment.domain.refund.ProcessRefund;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.in.web.RefundMetrics;

/** Makes the next call about a refund, and counts what came of it. */
record StepRefund(ProcessRefund process, RefundMetrics metrics) {
  RefundOutcome.Kind whenDue(RefundNo refundNo) {
    return metrics.counted(process.handle(refundNo)).kind();
  }
}
