package com.yuge.payment.app.proof;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.ApplyChannelResult;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.order.PaymentOutcome.LateSuccess;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Consumer;

/** Pay orders as the service makes them; each fails and is paid after all, so it has two events. */
public record Payments(CreatePayOrder create, ApplyChannelResult apply) {
  private static final Money AMOUNT = Money.cny(new BigDecimal("99.90"));

  /** Tells each event's id as soon as it is surely committed. */
  PayNo one(Consumer<String> committed) {
    PayNo payNo = failed(committed);
    paid(payNo, committed);
    return payNo;
  }

  /** The first half: a new order that failed. */
  PayNo failed(Consumer<String> committed) {
    OrderNo orderNo = new OrderNo(UUID.randomUUID().toString().replace("-", ""));
    PayNo payNo =
        create
            .handle(new PayRequest(orderNo, AMOUNT, TestChannels.MOCK, null, Parties.UNSAID))
            .order()
            .payNo();
    committed.accept(
        eventId(apply(new ChannelResult(payNo, Status.FAILED, trade(payNo), null, null))));
    return payNo;
  }

  /** The second half: the order is paid after all. */
  void paid(PayNo payNo, Consumer<String> committed) {
    committed.accept(
        eventId(apply(new ChannelResult(payNo, Status.SUCCESS, trade(payNo), AMOUNT, null))));
  }

  private static TradeNo trade(PayNo payNo) {
    return new TradeNo("MOCK_" + payNo);
  }

  void several(int count) {
    for (int i = 0; i < count; i++) {
      PayNo unused = one(committed -> {});
    }
  }

  private PaymentOutcome apply(ChannelResult result) {
    return apply.handle(result, Action.NOTIFY).orElseThrow();
  }

  private static String eventId(PaymentOutcome outcome) {
    if (outcome instanceof Applied applied) {
      return applied.event().eventId().value();
    }
    if (outcome instanceof LateSuccess late) {
      return late.event().eventId().value();
    }
    throw new IllegalStateException("no event of " + outcome);
  }
}
