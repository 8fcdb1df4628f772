package com.yuge.payment.out.proof;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.domain.order.PayOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order and what became of it; its numbers are there once it has happened. */
final class Sale {
  final Desk desk;
  final BigDecimal amount;
  private @Nullable PayOrder order;
  private @Nullable String tradeNo;
  private @Nullable String refundNo;

  Sale(Desk desk, BigDecimal amount) {
    this.desk = desk;
    this.amount = amount;
  }

  void ordered(PayOrder created) {
    order = created;
  }

  /** Of several payments, the last one counts. */
  void paid(String number) {
    tradeNo = number;
  }

  void refunded(String number) {
    refundNo = number;
  }

  PayOrder order() {
    return requireNonNull(order, "not ordered yet");
  }

  String payNo() {
    return order().payNo().value();
  }

  String tradeNo() {
    return requireNonNull(tradeNo, "not paid yet");
  }

  String refundNo() {
    return requireNonNull(refundNo, "not refunded yet");
  }
}
