package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Gives late money back by itself: the refund is created in the transaction that records it. */
public final class RefundLateSuccess {
  private static final String SERVICE = "payment-service";
  private static final RefundReason REASON =
      new RefundReason("The payment came after the order had ended");

  private final WriteRefund write;
  private final LateRefunds settings;
  private final RefundNumbers numbers;
  private final Clock clock;

  RefundLateSuccess(WriteRefund write, LateRefunds settings, RefundNumbers numbers, Clock clock) {
    this.write = write;
    this.settings = settings;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Creates the refund of the whole payment; the caller has locked the order. */
  public void handle(PayOrder order, PaidTrade late) {
    Money amount = Objects.requireNonNull(late.amount(), "late money is known");
    if (!settings.permit(amount)) {
      return;
    }
    Instant now = clock.instant();
    RefundNo number = numbers.next(order, now);
    Refund refund =
        write.add(Refund.create(number, terms(order, late, amount), now), late, settings.delay());
    write.audit(
        order,
        Action.REFUND,
        "CREATED",
        refund.refundNo() + " " + amount + " of tradeNo=" + late.tradeNo() + ", paid too late",
        now);
  }

  private static RefundTerms terms(PayOrder order, PaidTrade late, Money amount) {
    return new RefundTerms(
        order.payNo(),
        null,
        late.channel(),
        late.tradeNo(),
        amount,
        amount,
        REASON,
        Origin.AUTO,
        SERVICE,
        RefundTerms.account(order));
  }
}
