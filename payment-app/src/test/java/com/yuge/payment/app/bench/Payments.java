package com.yuge.payment.app.bench;

import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.order.ApplyChannelResult;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;

/** A payment as the service does it: the order's lock, its guarded write, the event; committed. */
public final class Payments {
  private static final Money PRICE = Money.cny(new BigDecimal("99.90"));

  private final ApplyChannelResult apply;

  private Payments(BenchService service, Outbox outbox) {
    PaymentUseCases all = service.bean(PaymentUseCases.class);
    PaymentPorts ports = all.ports();
    OrderPorts orders = ports.orders();
    PaymentPorts others =
        new PaymentPorts(
            ports.transactions(),
            new OrderPorts(
                orders.orders(),
                orders.trades(),
                orders.limits(),
                outbox,
                orders.due(),
                orders.audit()),
            ports.refunds(),
            ports.callbacks(),
            ports.memory(),
            ports.reports());
    this.apply =
        new PaymentUseCases(others, all.channels(), all.randomness(), all.settings(), all.clock())
            .applyChannelResult();
  }

  public static Payments of(BenchService service) {
    return new Payments(service, service.bean(Outbox.class));
  }

  /** The same by a service that publishes nothing. */
  public static Payments withoutEvents(BenchService service) {
    return new Payments(service, event -> {});
  }

  /** With another outbox in place of the service's. */
  public static Payments into(BenchService service, Outbox outbox) {
    return new Payments(service, outbox);
  }

  /** With what is to be done in the transaction, before the event is appended. */
  public static Payments with(BenchService service, Runnable inTransaction) {
    Outbox outbox = service.bean(Outbox.class);
    return new Payments(
        service,
        event -> {
          inTransaction.run();
          outbox.append(event);
        });
  }

  public void pay(int number) {
    PaymentOutcome outcome = apply(number, "MOCK_" + number);
    if (!(outcome instanceof Applied)) {
      throw new IllegalStateException("order " + number + " was not paid but " + outcome);
    }
  }

  /** A further payment of an order that is paid: an event that tells of unapplied money. */
  public void payAgain(int number, int time) {
    PaymentOutcome outcome = apply(number, "MOCK_" + number + "_" + time);
    if (outcome instanceof Applied || outcome.event() == null) {
      throw new IllegalStateException("order " + number + " was paid again: " + outcome);
    }
  }

  private PaymentOutcome apply(int number, String trade) {
    PayNo payNo = OpenOrders.payNo(number);
    ChannelResult paid = new ChannelResult(payNo, Status.SUCCESS, new TradeNo(trade), PRICE, null);
    return apply.handle(paid, Action.NOTIFY).orElseThrow();
  }
}
