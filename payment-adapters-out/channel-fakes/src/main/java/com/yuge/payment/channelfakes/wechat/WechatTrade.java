package com.yuge.payment.channelfakes.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A trade in the channel's books. */
record WechatTrade(
    TradeRequest request,
    String handle,
    boolean closed,
    List<WechatPayment> payments,
    List<WechatRefund> refunds) {
  /** How long an expired trade still answers NOTPAY. */
  static final Duration CLOSES_AFTER_EXPIRY = Duration.ofMinutes(1);

  private static final int MOST_PAYMENTS = 8;

  /** The names go into answers and notifications. */
  enum State {
    NOTPAY,
    SUCCESS,
    REFUND,
    CLOSED
  }

  WechatTrade {
    payments = List.copyOf(payments);
    refunds = List.copyOf(refunds);
    if (payments.size() > MOST_PAYMENTS) {
      throw new IllegalArgumentException("at most " + MOST_PAYMENTS + " payments of one trade");
    }
  }

  String outTradeNo() {
    return request.outTradeNo();
  }

  State state(Instant now) {
    if (!payments.isEmpty()) {
      return isRefunded() ? State.REFUND : State.SUCCESS;
    }
    boolean gone = !now.isBefore(request.timeExpire().plus(CLOSES_AFTER_EXPIRY));
    return closed || gone ? State.CLOSED : State.NOTPAY;
  }

  // One refund of a part is enough.
  private boolean isRefunded() {
    return refunds.stream().anyMatch(refund -> refund.status() != WechatRefund.Status.CLOSED);
  }

  boolean isPayable(Instant now) {
    return payments.isEmpty() && !closed && now.isBefore(request.timeExpire());
  }

  Optional<WechatPayment> latest() {
    return payments.isEmpty() ? Optional.empty() : Optional.of(payments.get(payments.size() - 1));
  }

  Optional<WechatPayment> payment(String transactionId) {
    return payments.stream()
        .filter(payment -> payment.transactionId().equals(transactionId))
        .findFirst();
  }

  Optional<WechatRefund> refund(String outRefundNo) {
    return refunds.stream().filter(refund -> refund.outRefundNo().equals(outRefundNo)).findFirst();
  }

  WechatTrade close() {
    return new WechatTrade(request, handle, true, payments, refunds);
  }

  WechatTrade paid(WechatPayment payment) {
    List<WechatPayment> all = new ArrayList<>(payments);
    all.add(payment);
    return new WechatTrade(request, handle, closed, all, refunds);
  }

  WechatTrade with(WechatRefund refund) {
    List<WechatRefund> all = new ArrayList<>(refunds);
    all.add(refund);
    return new WechatTrade(request, handle, closed, payments, all);
  }

  WechatTrade change(WechatPayment changed, UnaryOperator<WechatPayment> change) {
    List<WechatPayment> all = new ArrayList<>(payments);
    all.replaceAll(
        one -> one.transactionId().equals(changed.transactionId()) ? change.apply(one) : one);
    return new WechatTrade(request, handle, closed, all, refunds);
  }

  WechatTrade change(String outRefundNo, UnaryOperator<WechatRefund> change) {
    List<WechatRefund> all = new ArrayList<>(refunds);
    all.replaceAll(one -> one.outRefundNo().equals(outRefundNo) ? change.apply(one) : one);
    return new WechatTrade(request, handle, closed, payments, all);
  }
}
