package com.yuge.payment.app.bench;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.ApplyChannelResult;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Whole payments: created, opened at a channel that answers at once, and paid. */
final class LimitedPayments {
  private static final Money PRICE = Money.cny(new BigDecimal("99.90"));

  private final CreatePayOrder create;
  private final OpenPayment open;
  private final ApplyChannelResult apply;

  LimitedPayments(PaymentUseCases all) {
    PaymentUseCases own =
        new PaymentUseCases(
            all.ports(),
            new Channels(List.of(new FakeChannel())),
            all.randomness(),
            all.settings(),
            all.clock());
    this.create = own.createPayOrder();
    this.open = own.openPayment();
    this.apply = own.applyChannelResult();
  }

  void pay(Parties parties) {
    OrderNo orderNo = new OrderNo(UUID.randomUUID().toString().replace("-", ""));
    PayNo payNo =
        create
            .handle(new PayRequest(orderNo, PRICE, TestChannels.MOCK, null, parties))
            .order()
            .payNo();
    OpenResult opened = open.handle(payNo, OpenOptions.USUAL).orElseThrow();
    TradeNo tradeNo = new TradeNo("MOCK_" + payNo);
    ChannelResult paid = new ChannelResult(payNo, Status.SUCCESS, tradeNo, PRICE, null);
    if (opened.kind() != OpenResult.Kind.BEGUN
        || !(apply.handle(paid, Action.NOTIFY).orElseThrow() instanceof Applied)) {
      throw new IllegalStateException("not paid: " + opened);
    }
  }
}
