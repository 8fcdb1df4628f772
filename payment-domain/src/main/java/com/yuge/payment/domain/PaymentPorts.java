package com.yuge.payment.domain;

import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.refund.RefundReports;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;

/** The ports that the use cases need. */
public record PaymentPorts(
    Transactions transactions,
    OrderPorts orders,
    RefundStores refunds,
    CallbackLog callbacks,
    Memory memory,
    Reports reports) {

  /** Caches: fast, but never the source of truth. */
  public record Memory(FinalPayOrderCache finals, SeenCallbacks seen) {}

  /** The refunds, for the use cases, the job and the operators. */
  public record RefundStores(Refunds refunds, DueRefunds due, RefundReports reports) {}

  /** Reports that people read. */
  public record Reports(MoneyReports money, Timelines timelines) {}
}
