package com.yuge.payment.app.bench;

import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.order.Settlement;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;

/** A payment as the service does it: the order's lock, its guarded write, the event; committed. */
public final class Payments {
  private static final Money PRICE = Money.cny(new BigDecimal("99.90"));

  private final SettlePayOrder settle;

  private Payments(BenchService service, Outbox outbox) {
    PaymentUseCases all = service.bean(PaymentUseCases.class);
    PaymentPorts ports = all.ports();
    OrderPorts orders = ports.orders();
    PaymentPorts others =
        new PaymentPorts(
            ports.transactions(),
            new OrderPorts(orders.orders(), orders.trades(), outbox, orders.due(), orders.audit()),
            ports.callbacks(),
            ports.memory(),
            ports.reports());
    this.settle =
        new PaymentUseCases(others, all.channels(), all.randomness(), all.settings(), all.clock())
            .settlePayOrder();
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
    Settlement settlement = settle(number, "MOCK_" + number);
    if (!(settlement instanceof Applied)) {
      throw new IllegalStateException("order " + number + " was not paid but " + settlement);
    }
  }

  /** A further payment of an order that is paid: an event that tells of unapplied money. */
  public void payAgain(int number, int time) {
    Settlement settlement = settle(number, "MOCK_" + number + "_" + time);
    if (settlement instanceof Applied || settlement.event() == null) {
      throw new IllegalStateException("order " + number + " was paid again: " + settlement);
    }
  }

  private Settlement settle(int number, String trade) {
    PayNo payNo = OpenOrders.payNo(number);
    ChannelWord paid = new ChannelWord(payNo, Verdict.SUCCESS, new TradeNo(trade), PRICE, null);
    return settle.handle(paid, Action.NOTIFY).orElseThrow();
  }
}
