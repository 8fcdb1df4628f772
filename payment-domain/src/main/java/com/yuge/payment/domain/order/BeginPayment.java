package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Moves an order to PAYING and schedules its first check, before the channel is called. */
public final class BeginPayment {
  private final OrderPorts ports;
  private final Duration firstCheck;
  private final Subject subject;
  private final Clock clock;

  /**
   * @param firstCheck how long the channel has to report a payment before the first query
   * @param subject the text that the payer sees if the order has no subject
   */
  public BeginPayment(OrderPorts ports, Duration firstCheck, Subject subject, Clock clock) {
    this.ports = ports;
    this.firstCheck = firstCheck;
    this.subject = subject;
    this.clock = clock;
  }

  /**
   * Runs only inside a transaction, which then holds the lock on the order.
   *
   * @param accounts returns our account at a channel, without calling the channel
   */
  Optional<OpenResult> handle(
      PayNo payNo, Function<PayChannel, ChannelAccount> accounts, Payer payer) {
    return ports
        .orders()
        .lock(payNo)
        .map(order -> begin(order, accounts.apply(order.channel()), payer));
  }

  private OpenResult begin(PayOrder order, ChannelAccount account, Payer payer) {
    Instant now = clock.instant();
    OpenResult result = order.open(terms(order, account, payer, now), now);
    if (result.changed()) {
      ports.orders().advance(result.order(), firstCheck);
      ports
          .audit()
          .record(
              new AuditEntry(
                  order.payNo(),
                  Action.OPEN,
                  order.status(),
                  result.order().status(),
                  "BEGUN",
                  "pays until " + order.expireAt(),
                  now));
    }
    return result;
  }

  private OpenTerms terms(PayOrder order, ChannelAccount account, Payer payer, Instant now) {
    Subject asked = order.request().subject();
    return new OpenTerms(account, payer, asked == null ? subject : asked, now, order.expireAt());
  }
}
