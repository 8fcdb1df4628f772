package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Opens payments until there is an address to pay at, then pays there: well, badly or twice. */
public final class Payer {
  private static final Money TOO_LITTLE = Money.cny(new BigDecimal("0.01"));
  private static final Duration HESITATION = Duration.ofMinutes(2);
  private static final Duration LONG_HESITATION = Duration.ofMinutes(25);
  private static final Duration MOMENT = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 12;

  private final Surroundings surroundings;
  private final Fleet fleet;
  private final SimulatedChannel channel;
  private final Set<PayNo> atCashier = new HashSet<>();

  public Payer(Surroundings surroundings, Fleet fleet, SimulatedChannel channel) {
    this.surroundings = surroundings;
    this.fleet = fleet;
    this.channel = channel;
  }

  void has(PayOrder order) {
    if (!surroundings.chance().oneIn(8)) { // Some never come.
      surroundings.scheduler().after(hesitation(order), () -> open(order, ATTEMPTS));
    }
  }

  // Most are quick, some take their time, and some wait for the last moment.
  private Duration hesitation(PayOrder order) {
    return switch (surroundings.chance().below(4)) {
      case 0 -> surroundings.upTo(LONG_HESITATION);
      case 1 -> lastMoment(order);
      default -> surroundings.upTo(HESITATION);
    };
  }

  private Duration lastMoment(PayOrder order) {
    Instant now = surroundings.clock(Duration.ZERO).instant();
    Duration left = Duration.between(now, order.expireAt()).minus(surroundings.upTo(MOMENT));
    return left.isNegative() ? surroundings.upTo(MOMENT) : left.plus(surroundings.upTo(MOMENT));
  }

  private void open(PayOrder order, int attempts) {
    if (attempts > 0 && !atCashier.contains(order.payNo())) {
      fleet.request("pay", at -> at.open().apply(order.payNo()), this::opened);
      surroundings.scheduler().after(surroundings.upTo(PATIENCE), () -> open(order, attempts - 1));
    }
  }

  private void opened(Optional<OpenResult> result) {
    result
        .filter(OpenResult.Begun.class::isInstance)
        .map(OpenResult::order)
        .filter(order -> order.payUrl() != null && atCashier.add(order.payNo()))
        .ifPresent(this::pay);
  }

  private void pay(PayOrder order) {
    switch (surroundings.chance().below(6)) {
      case 0 -> later(order, order.amount(), Status.FAILED);
      case 1 -> {
        later(order, order.amount(), Status.FAILED);
        later(order, order.amount(), Status.SUCCESS);
      }
      case 2 -> {
        later(order, order.amount(), Status.SUCCESS);
        later(order, order.amount(), Status.SUCCESS);
      }
      case 3 -> {
        later(order, TOO_LITTLE, Status.SUCCESS);
        later(order, order.amount(), Status.SUCCESS);
      }
      default -> later(order, order.amount(), Status.SUCCESS);
    }
  }

  // Half of the callbacks leave the amount out, also where it is not the order's.
  private void later(PayOrder order, Money amount, Status status) {
    boolean saysAmount = surroundings.chance().oneIn(2);
    surroundings
        .scheduler()
        .after(hesitation(order), () -> channel.pay(order.payNo(), amount, status, saysAmount));
  }
}
