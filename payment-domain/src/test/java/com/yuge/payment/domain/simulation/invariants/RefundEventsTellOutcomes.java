package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each outcome of a refund is told by one event, after the event of its payment. */
record RefundEventsTellOutcomes(Committed committed) implements Invariant {
  @Override
  public void afterChange() {
    if (committed.refunds().isEmpty()) {
      return;
    }
    Map<RefundNo, List<RefundEvent.Type>> told = new HashMap<>();
    Set<TradeNo> payments = new HashSet<>();
    for (DomainEvent event : committed.events().values()) {
      if (event instanceof PayOrderEvent payment) {
        payments.add(tradeNo(payment));
      } else if (event instanceof RefundEvent refund) {
        told.computeIfAbsent(refund.refund().refundNo(), no -> new ArrayList<>())
            .add(refund.type());
        requireAfter(payments, refund);
      }
    }
    committed.refunds().forEach(refund -> require(refund, told));
  }

  private static @Nullable TradeNo tradeNo(PayOrderEvent event) {
    return switch (event.type()) {
      case PAYMENT_SUCCEEDED -> ((PaymentSucceeded) event).channelTradeNo();
      case PAYMENT_LATE_SUCCEEDED -> ((PaymentLateSucceeded) event).channelTradeNo();
      case PAYMENT_MISMATCHED -> ((PaymentMismatched) event).channelTradeNo();
      case PAYMENT_FAILED, PAYMENT_CLOSED, PAYMENT_AMOUNT_DIFFERED -> null;
    };
  }

  private void requireAfter(Set<TradeNo> payments, RefundEvent refund) {
    if (!payments.contains(refund.refund().terms().tradeNo())) {
      throw new Violation(this, refund + " comes before its payment");
    }
  }

  private void require(Refund refund, Map<RefundNo, List<RefundEvent.Type>> told) {
    List<RefundEvent.Type> heard = told.getOrDefault(refund.refundNo(), List.of());
    if (!heard.equals(outcomes(refund))) {
      throw new Violation(this, refund + " is told by " + heard);
    }
  }

  private static List<RefundEvent.Type> outcomes(Refund refund) {
    return switch (refund.status()) {
      case REFUNDING, ABNORMAL -> List.of();
      case SUCCESS -> List.of(RefundEvent.Type.REFUND_SUCCEEDED);
      case FAILED ->
          refund.progress().lateAt() == null
              ? List.of(RefundEvent.Type.REFUND_FAILED)
              : List.of(RefundEvent.Type.REFUND_FAILED, RefundEvent.Type.REFUND_LATE_SUCCEEDED);
    };
  }
}
