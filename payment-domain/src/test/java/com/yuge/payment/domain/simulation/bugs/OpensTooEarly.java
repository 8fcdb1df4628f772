package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** The channel is asked first, and PAYING committed once it has answered. */
public final class OpensTooEarly extends Wiring {
  @Override
  public Function<PayNo, Optional<OpenResult>> open(PaymentUseCases useCases) {
    PayOrders orders = useCases.ports().orders().orders();
    return payNo -> {
      PayOrder found = orders.find(payNo).orElseThrow();
      PayUrl url = useCases.channels().gateway(found.channel()).open(found.trade()).orElseThrow();
      return useCases
          .ports()
          .transactions()
          .call(
              () -> orders.lock(payNo).map(order -> opened(orders, order, url, useCases.clock())));
    };
  }

  private static OpenResult opened(PayOrders orders, PayOrder order, PayUrl url, Clock clock) {
    OpenResult result = order.open(PayOrderBook.terms(order), clock.instant());
    if (result instanceof OpenResult.Begun begun && begun.changed()) {
      PayOrder paying = begun.order();
      orders.advance(paying);
      PayOrder opened = paying.openedAt(url, clock.instant());
      orders.advance(opened);
      return new OpenResult.Begun(opened, true);
    }
    return result;
  }
}
