package com.yuge.payment.app.torture;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An order as its shop lived through it: what the shop and an operator were told. */
final class Purchase {
  /** How the order goes. */
  enum Plan {
    PAID,
    REFUNDED,
    /** No callback comes. */
    FOUND,
    LATE,
    LATE_CANCELLED,
    LEFT
  }

  final String orderNo;
  final Plan plan;

  /** Since the run began, as all times here. */
  final Duration begun;

  /** The numbers that were told, by the shop's own numbers of refunds. */
  final Map<String, String> refunds = new ConcurrentHashMap<>();

  /** When each was told. */
  final Map<String, Duration> refundTimes = new ConcurrentHashMap<>();

  /** Numbers of refunds that an operator was told are cancelled. */
  final Set<String> cancelled = ConcurrentHashMap.newKeySet();

  volatile String payNo = "";

  /** When the shop was told that it is paid; negative if it was not. */
  volatile Duration paid = Duration.ofMillis(-1);

  Purchase(String orderNo, Plan plan, Duration begun) {
    this.orderNo = orderNo;
    this.plan = plan;
    this.begun = begun;
  }

  boolean wasToldPaid() {
    return !paid.isNegative();
  }
}
