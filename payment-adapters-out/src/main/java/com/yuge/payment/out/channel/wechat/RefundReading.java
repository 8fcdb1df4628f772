package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.refund.model.Status;
import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * The state of a refund, in an answer as in a notification; the caller has verified the signature.
 *
 * @param amount what goes back with this refund, in fen
 * @param successTime when it went back; null before
 */
record RefundReading(
    @Nullable Status status,
    @Nullable String refundId,
    @Nullable Long amount,
    @Nullable String successTime) {

  Money money() {
    return Fen.money(amount);
  }

  /** Throws {@link InvalidValue} if anything is missing. */
  RefundAnswer answer() {
    if (status == null) {
      throw new InvalidValue("refund_status", "refund-status");
    }
    ChannelRefundNo number =
        new ChannelRefundNo(ChannelRefundNo.GRAMMAR.of("refund_id").require(refundId));
    return switch (status) {
      case SUCCESS ->
          new RefundAnswer.Done(money(), number, WechatTime.read("success_time", successTime));
      case PROCESSING -> new RefundAnswer.Accepted(number);
      case ABNORMAL -> new RefundAnswer.Abnormal(new FailCode(status.name()), number);
      case CLOSED -> new RefundAnswer.Refused(new FailCode(status.name()), true);
    };
  }
}
