package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the channel knows of refunds, and how often it was called about each. */
public final class RefundBooks {
  private final Map<RefundNo, BookedRefund> booked = new LinkedHashMap<>();
  private final Map<RefundNo, Integer> calls = new HashMap<>();
  private final Set<RefundNo> asked = new HashSet<>();
  private final List<RefundRequest> overdrawn = new ArrayList<>();
  private int changes;

  void called(RefundNo refundNo) {
    calls.merge(refundNo, 1, Integer::sum);
    changes++;
  }

  void asked(RefundNo refundNo) {
    asked.add(refundNo);
  }

  void put(BookedRefund refund) {
    booked.put(refund.request().refundNo(), refund);
    changes++;
  }

  void overdrawn(RefundRequest request) {
    if (find(request.refundNo()).filter(BookedRefund::wasRefused).isEmpty()) {
      overdrawn.add(request);
    }
    changes++;
  }

  public Optional<BookedRefund> find(RefundNo refundNo) {
    return Optional.ofNullable(booked.get(refundNo));
  }

  public Collection<BookedRefund> all() {
    return booked.values();
  }

  /** The numbers that the channel was asked to make a refund for, whether it heard that or not. */
  public Set<RefundNo> asked() {
    return asked;
  }

  /** The numbers that the channel was called about, and how often. */
  public Map<RefundNo, Integer> calls() {
    return calls;
  }

  /**
   * The requests for more than was left of their trade, oldest first; without those that the
   * channel had refused before, which may come late when the money is gone.
   */
  public List<RefundRequest> overdrawn() {
    return overdrawn;
  }

  public int changes() {
    return changes;
  }

  /** How much of the trade has gone back or may go back. */
  BigDecimal paidOf(TradeNo tradeNo) {
    return sum(tradeNo, BookedRefund::mayPay);
  }

  public BigDecimal sum(TradeNo tradeNo, Predicate<BookedRefund> counted) {
    return booked.values().stream()
        .filter(refund -> refund.request().tradeNo().equals(tradeNo))
        .filter(counted)
        .map(refund -> refund.request().amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
