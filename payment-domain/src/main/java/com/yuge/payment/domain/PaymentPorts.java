package com.yuge.payment.domain;

import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.shared.Transactions;

/** The stores of the use cases. */
public record PaymentPorts(
    Transactions transactions,
    OrderPorts orders,
    CallbackLog callbacks,
    Memory memory,
    Reports reports) {

  /** What is quick, and never the truth. */
  public record Memory(FinalPayOrderCache finals, SeenCallbacks seen) {}

  /** What is read for people. */
  public record Reports(MoneyReports money, Timelines timelines) {}
}
