package com.yuge.payment.domain;

import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.SlotCheckedFinalPayOrders;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.refund.RefundReports;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.refund.SlotCheckedDueRefunds;
import com.yuge.payment.domain.refund.SlotCheckedRefunds;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.shared.Transactions;

/** The ports that the use cases need. */
public record PaymentPorts(
    Transactions transactions,
    OrderPorts orders,
    RefundStores refunds,
    CallbackLog callbacks,
    Memory memory,
    Reports reports) {

  /**
   * The same ports for the orders of these slots only. All use cases find, lock and add orders and
   * refunds by them, so none can forget the check.
   */
  PaymentPorts within(Slots slots) {
    return new PaymentPorts(
        transactions,
        orders.within(slots),
        refunds.within(slots),
        callbacks,
        memory.within(slots),
        reports);
  }

  /** Caches: fast, but never the source of truth. */
  public record Memory(FinalPayOrderCache finals, SeenCallbacks seen) {
    Memory within(Slots slots) {
      return new Memory(new SlotCheckedFinalPayOrders(finals, slots), seen);
    }
  }

  /** The refunds, for the use cases, the job and the operators. */
  public record RefundStores(Refunds refunds, DueRefunds due, RefundReports reports) {
    RefundStores within(Slots slots) {
      return new RefundStores(
          new SlotCheckedRefunds(refunds, slots), new SlotCheckedDueRefunds(due, slots), reports);
    }
  }

  /** Reports that people read. */
  public record Reports(MoneyReports money, Timelines timelines) {}
}
