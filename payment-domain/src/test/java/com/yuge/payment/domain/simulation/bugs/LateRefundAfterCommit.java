package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.refund.LateRefunds;
import com.yuge.payment.domain.refund.RefundUseCases;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The refund of late money is kept in a transaction of its own, after that of the money. */
public final class LateRefundAfterCommit extends Wiring {
  private final Map<Transactions, PaymentUseCases> useCases = new HashMap<>();

  @Override
  public LateRefunds late() {
    return new LateRefunds(false, LATE_REFUND_DELAY, null);
  }

  @Override
  public Function<PayNo, Optional<OpenResult>> open(PaymentUseCases its) {
    useCases.put(its.ports().transactions(), its);
    return super.open(its);
  }

  @Override
  public Outbox outbox(Outbox real, Transactions transactions) {
    return event -> {
      real.append(event);
      if (event instanceof PaymentLateSucceeded late) {
        transactions.afterCommit(() -> transactions.run(() -> giveBack(transactions, late)));
      }
    };
  }

  private void giveBack(Transactions transactions, PaymentLateSucceeded late) {
    PaymentUseCases its = Objects.requireNonNull(useCases.get(transactions));
    PayOrder order = its.ports().orders().orders().lock(late.payNo()).orElseThrow();
    its.ports().orders().trades().of(order.payNo()).stream()
        .filter(trade -> trade.tradeNo().equals(late.channelTradeNo()))
        .filter(trade -> trade.amount() != null)
        .forEach(trade -> giveBack(its, order, trade));
  }

  private static void giveBack(PaymentUseCases its, PayOrder order, PaidTrade trade) {
    RefundUseCases real = its.refunds();
    new RefundUseCases(
            real.ports(),
            real.stores(),
            real.channels(),
            real.transactions(),
            real.randomness(),
            new LateRefunds(true, LATE_REFUND_DELAY, null),
            real.clock())
        .refundLateSuccess()
        .handle(order, trade);
  }
}
