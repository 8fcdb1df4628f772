package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.out.channel.ChannelCallException;
import java.util.Set;

/**
 * What a signed answer means for one refund. Alipay has no number of its own for a refund. Its
 * {@code refund_fee} is the total of all refunds of the trade and is never read.
 */
record AlipayRefundAnswer(AlipayAnswer answer, RefundRequest refund) {
  /**
   * The codes that refuse the refund, once a query confirms it. Any other code may be temporary.
   */
  private static final Set<String> REFUSALS =
      Set.of("ACQ.REASON_TRADE_REFUND_FEE_ERR", "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");

  /**
   * The answer to a request. Only a change of funds shows that this request gave the money back. A
   * repeat changes nothing, so only a query shows what became of the refund.
   */
  RefundAnswer toRefund() {
    if (REFUSALS.contains(answer.refusal())) {
      return new RefundAnswer.Refused(new FailCode(answer.refusal()), false);
    }
    if (!answer.isDone()) {
      return new RefundAnswer.Unknown(answer.unknown());
    }
    requireOwn();
    return answer.text("fund_change").equals("Y")
        ? new RefundAnswer.Done(refund.amount(), null, answer.time("gmt_refund_pay"))
        : new RefundAnswer.Accepted(null);
  }

  /** The answer to a query. Alipay answers a query for a refund that it does not have as done. */
  RefundAnswer toQuery() {
    if (!answer.isDone()) {
      return new RefundAnswer.Unknown(answer.unknown());
    }
    return switch (answer.text("refund_status")) {
      case "" -> new RefundAnswer.NoRefund();
      case "REFUND_SUCCESS" -> done();
      default ->
          throw new ChannelCallException(Cause.ERROR, "an answer without a status that we know");
    };
  }

  private RefundAnswer done() {
    requireOwn();
    answer.require("out_request_no", refund.refundNo().value());
    answer.require("refund_amount", AlipayMoney.text(refund.amount()));
    return new RefundAnswer.Done(refund.amount(), null, answer.time("gmt_refund_pay"));
  }

  private void requireOwn() {
    answer.require("trade_no", refund.tradeNo().value());
    answer.require("out_trade_no", refund.payNo().value());
  }
}
