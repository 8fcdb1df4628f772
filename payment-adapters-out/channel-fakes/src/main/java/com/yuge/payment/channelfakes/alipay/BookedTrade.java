package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trade in the books.
 *
 * @param scan null until a payer opens it: until then there is only a QR code
 * @param payment null while it is not paid
 * @param closedAt null unless it was closed without a payment
 * @param finished whether the time for refunds is over
 */
record BookedTrade(
    Terms terms,
    String qrCode,
    @Nullable Scan scan,
    @Nullable Payment payment,
    @Nullable Instant closedAt,
    boolean finished,
    List<BookedRefund> refunds) {
  /** The names are Alipay's, except the first. */
  enum Status {
    UNSCANNED,
    WAIT_BUYER_PAY,
    TRADE_CLOSED,
    TRADE_SUCCESS,
    TRADE_FINISHED
  }

  /** A payer has opened the trade, which gives it its number. */
  record Scan(String tradeNo, Instant at) {}

  BookedTrade {
    refunds = List.copyOf(refunds);
  }

  static BookedTrade unscanned(Terms terms, String qrCode) {
    return new BookedTrade(terms, qrCode, null, null, null, false, List.of());
  }

  Status status() {
    if (scan == null) {
      return Status.UNSCANNED;
    }
    if (payment == null) {
      return closedAt == null ? Status.WAIT_BUYER_PAY : Status.TRADE_CLOSED;
    }
    if (refunded().compareTo(payment.total().amount()) >= 0) {
      return Status.TRADE_CLOSED;
    }
    return finished ? Status.TRADE_FINISHED : Status.TRADE_SUCCESS;
  }

  String outTradeNo() {
    return terms.outTradeNo();
  }

  /** The price of the order; a forced payment may have another one. */
  Money total() {
    return payment == null ? terms.total() : payment.total();
  }

  /** The sum of all refunds that are done. */
  BigDecimal refunded() {
    return sum(BookedRefund::isDone);
  }

  /** The sum of all refunds that are done or may still be. */
  BigDecimal held() {
    return sum(refund -> !refund.isHidden());
  }

  private BigDecimal sum(Predicate<BookedRefund> counted) {
    return refunds.stream()
        .filter(counted)
        .map(refund -> refund.amount().amount())
        .reduce(BigDecimal.ZERO.setScale(Money.DECIMALS), BigDecimal::add);
  }

  Optional<BookedRefund> refund(String outRequestNo) {
    return refunds.stream()
        .filter(refund -> refund.outRequestNo().equals(outRequestNo))
        .findFirst();
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(terms.expireAt());
  }

  /** Returns the trade as it is now: an opened one that nobody pays closes by itself. */
  BookedTrade at(Instant now) {
    boolean over = status() == Status.WAIT_BUYER_PAY && isExpired(now);
    return over ? closed(terms.expireAt()) : this;
  }

  BookedTrade opened(Scan by) {
    return new BookedTrade(terms, qrCode, by, payment, closedAt, finished, refunds);
  }

  BookedTrade closed(Instant at) {
    return new BookedTrade(terms, qrCode, scan, payment, at, finished, refunds);
  }

  BookedTrade paid(Payment by) {
    return new BookedTrade(terms, qrCode, scan, by, null, finished, refunds);
  }

  BookedTrade finish() {
    return new BookedTrade(terms, qrCode, scan, payment, closedAt, true, refunds);
  }

  /** The same trade with this refund, in place of the one of its number if there is one. */
  BookedTrade with(BookedRefund refund) {
    return refunds(Stream.concat(others(refund.outRequestNo()), Stream.of(refund)).toList());
  }

  BookedTrade without(String outRequestNo) {
    return refunds(others(outRequestNo).toList());
  }

  private Stream<BookedRefund> others(String outRequestNo) {
    return refunds.stream().filter(refund -> !refund.outRequestNo().equals(outRequestNo));
  }

  private BookedTrade refunds(List<BookedRefund> now) {
    return new BookedTrade(terms, qrCode, scan, payment, closedAt, finished, now);
  }
}
