package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.limit.CountAgainstLimits;
import com.yuge.payment.domain.limit.LimitExceeded;
import com.yuge.payment.domain.limit.Reservation;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Moves an order to PAYING, reserves its amount of the limits, and schedules its first check,
 * before the channel is called.
 */
public final class BeginPayment {
  private final OrderPorts ports;
  private final CountAgainstLimits limits;
  private final Duration firstCheck;
  private final Subject subject;
  private final Clock clock;

  /**
   * @param firstCheck how long the channel has to report a payment before the first query
   * @param subject the text that the payer sees if the order has no subject
   */
  public BeginPayment(OrderPorts ports, Duration firstCheck, Subject subject, Clock clock) {
    this.ports = ports;
    this.limits = new CountAgainstLimits(ports.limits(), clock.getZone());
    this.firstCheck = firstCheck;
    this.subject = subject;
    this.clock = clock;
  }

  /**
   * Runs only inside a transaction, which then holds the lock on the order.
   *
   * @param gateways returns a channel's gateway; the channel is not called
   */
  Optional<OpenResult> handle(
      PayNo payNo, Function<PayChannel, ChannelGateway> gateways, OpenOptions options) {
    return ports
        .orders()
        .lock(payNo)
        .map(order -> begin(order, gateways.apply(order.channel()), options));
  }

  private OpenResult begin(PayOrder order, ChannelGateway gateway, OpenOptions options) {
    Instant now = clock.instant();
    if (order.hasExpired(now.plus(gateway.limits().shortest()))) {
      return new OpenResult.Refused(order);
    }
    if (order.isBegun()) {
      return repeated(order, options);
    }
    try {
      return begin(order, terms(order, gateway, options, now), now);
    } catch (InvalidValue why) {
      return new OpenResult.Invalid(order, why);
    } catch (LimitExceeded why) {
      return new OpenResult.OverLimit(order, why.scope(), why.resetsAt());
    }
  }

  // An order from an older version of this service may have an address and no terms.
  private static OpenResult repeated(PayOrder order, OpenOptions options) {
    OpenTerms terms = order.terms();
    return terms == null || options.fits(terms.account().product())
        ? new OpenResult.Begun(order, false)
        : new OpenResult.Different(order);
  }

  private OpenResult begin(PayOrder order, OpenTerms terms, Instant now) {
    OpenResult result = order.open(terms, now);
    if (!result.changed()) {
      return result;
    }
    PayOrder begun = result.order().counted(reservation(order, now));
    ports.orders().advance(begun, firstCheck);
    ports
        .audit()
        .record(
            new AuditEntry(
                order.payNo(),
                Action.OPEN,
                order.status(),
                begun.status(),
                "BEGUN",
                "pays until " + terms.expireAt(),
                now));
    return new OpenResult.Begun(begun, true);
  }

  private @Nullable Reservation reservation(PayOrder order, Instant now) {
    return order.reservation() == null
        ? limits.reserve(order.counts(), now).orElse(null)
        : order.reservation();
  }

  private OpenTerms terms(
      PayOrder order, ChannelGateway gateway, OpenOptions options, Instant now) {
    Subject asked = order.request().subject();
    return new OpenTerms(
        gateway.account(options),
        options.payer(),
        asked == null ? subject : asked,
        now,
        order.expireAt().minus(gateway.limits().closesEarly()));
  }
}
