package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.refund.CancelRefund.Cancellation;
import com.yuge.payment.domain.refund.CreateRefund;
import com.yuge.payment.domain.refund.RefundUseCases;
import com.yuge.payment.domain.refund.RequestRefundCheck;
import com.yuge.payment.domain.refund.ResolveRefund;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.kernel.Host;
import java.util.Optional;
import java.util.function.BiFunction;

/** An instance's use cases about refunds, and its refund job. */
record RefundCalls(
    CreateRefund create, FindPayOrder find, RefundDoor door, Desk desk, RefundTasks tasks) {
  /** What operators can do. */
  record Desk(
      BiFunction<RefundNo, OperatorReason, Optional<Cancellation>> cancel,
      RequestRefundCheck check,
      ResolveRefund resolve,
      AcceptUnappliedPayment accept) {}

  static RefundCalls of(Host host, PaymentUseCases useCases, Instance.Shared shared) {
    RefundUseCases refunds = useCases.refunds();
    Wiring wiring = shared.wiring();
    return new RefundCalls(
        refunds.createRefund(),
        useCases.findPayOrder(),
        wiring.refundDoor(useCases),
        new Desk(
            wiring.cancel(useCases),
            refunds.requestRefundCheck(),
            refunds.resolveRefund(),
            useCases.acceptUnappliedPayment()),
        new RefundTasks(
            shared.surroundings(),
            host,
            refunds.claimDueRefunds(RefundTasks.HOLD),
            wiring.process(useCases),
            shared.store().committed()));
  }
}
