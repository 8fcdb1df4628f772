package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.wechat.WechatRefund.Status;
import com.yuge.payment.channelfakes.wechat.WechatRefund.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Predicate;

/** The rules by which the channel makes or refuses refunds of a payment. */
final class RefundRules {
  private static final int MOST_OF_ONE_PAYMENT = 50;

  private RefundRules() {}

  static ApiError differs() {
    return ApiError.request("订单金额或退款金额与之前请求不一致，请核实后再试");
  }

  /** Throws unless a new refund of this payment keeps to the rules. */
  static void require(WechatTrade trade, WechatPayment payment, Wanted wanted) {
    if (!wanted.total().equals(payment.total())) {
      throw differs();
    }
    if (wanted.refund().value() > payment.total().value() - held(trade, payment)) {
      throw ApiError.request("申请退款金额超过订单可退金额");
    }
    if (trade.refunds().size() >= MOST_OF_ONE_PAYMENT) {
      throw ApiError.request("订单部分退款次数超过50次");
    }
  }

  /** Throws if the trade's last refund is not this long ago. */
  static void requireSpacing(WechatTrade trade, Duration spacing, Instant now) {
    boolean close =
        trade.refunds().stream()
            .map(WechatRefund::createTime)
            .max(Comparator.naturalOrder())
            .filter(last -> now.isBefore(last.plus(spacing)))
            .isPresent();
    if (close) {
      throw ApiError.tooFrequent();
    }
  }

  /** A closed refund holds no money, so other refunds may have taken the money meanwhile. */
  static void requireCovered(WechatTrade trade, WechatRefund refund, Status next) {
    WechatPayment payment = trade.payment(refund.wanted().transactionId()).orElseThrow();
    boolean reopens = refund.status() == Status.CLOSED && next != Status.CLOSED;
    int left = payment.total().value() - held(trade, payment);
    if (reopens && refund.wanted().refund().value() > left) {
      throw new BadRequest(409, "the payment has no money left for this refund");
    }
  }

  /** The sum of the refunds that a payment must pay for: all but the closed ones. */
  static int held(WechatTrade trade, WechatPayment payment) {
    return sum(trade, payment, refund -> refund.status() != Status.CLOSED);
  }

  /** The sum of the refunds of a payment that are done. */
  static int done(WechatTrade trade, WechatPayment payment) {
    return sum(trade, payment, refund -> refund.status() == Status.SUCCESS);
  }

  private static int sum(
      WechatTrade trade, WechatPayment payment, Predicate<WechatRefund> counted) {
    return trade.refunds().stream()
        .filter(counted)
        .filter(refund -> refund.wanted().transactionId().equals(payment.transactionId()))
        .mapToInt(refund -> refund.wanted().refund().value())
        .sum();
  }
}
