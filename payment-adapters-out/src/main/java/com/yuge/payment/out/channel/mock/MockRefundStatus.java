package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The states of a refund at the MOCK channel, by the names that it sends. */
enum MockRefundStatus {
  SUCCESS,
  PROCESSING,
  ABNORMAL,
  CLOSED;

  /**
   * What the state of a refund means; the caller has verified the signature.
   *
   * @param refundedAt null unless the money went back
   */
  RefundAnswer answer(Money amount, ChannelRefundNo number, @Nullable Instant refundedAt) {
    return switch (this) {
      case SUCCESS -> new RefundAnswer.Done(amount, number, refundedAt);
      case PROCESSING -> new RefundAnswer.Accepted(number);
      case ABNORMAL -> new RefundAnswer.Abnormal(new FailCode(name()), number);
      case CLOSED -> new RefundAnswer.Refused(new FailCode(name()), true);
    };
  }
}
