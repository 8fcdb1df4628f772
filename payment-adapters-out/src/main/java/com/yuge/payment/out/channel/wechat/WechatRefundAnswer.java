package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.out.channel.wechat.TransactionAnswer.unusable;

import com.wechat.pay.java.service.refund.model.Amount;
import com.wechat.pay.java.service.refund.model.Refund;
import com.wechat.pay.java.service.refund.model.Status;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.out.channel.ChannelCallException;
import java.util.Objects;

/** A signed answer about one refund. */
record WechatRefundAnswer(Refund refund, RefundRequest request) {

  /** Throws {@link ChannelCallException} if it is about something else, or cannot be read. */
  RefundAnswer read() {
    if (!request.refundNo().value().equals(refund.getOutRefundNo())) {
      throw unusable("an answer about another refund");
    }
    if (!request.tradeNo().value().equals(refund.getTransactionId())
        || !request.payNo().value().equals(refund.getOutTradeNo())) {
      throw unusable("a refund of another trade");
    }
    try {
      return answer(refund.getAmount());
    } catch (InvalidValue e) {
      throw unusable("an answer out of its grammar: " + e.getMessage());
    }
  }

  private RefundAnswer answer(Amount amount) {
    if (amount == null) {
      throw new InvalidValue("amount", "amount");
    }
    PaidTransaction.requireYuan(amount.getCurrency());
    if (!Objects.equals(amount.getTotal(), Fen.of(request.tradeAmount()))) {
      throw unusable("a refund of a trade of another amount: " + amount.getTotal() + " fen");
    }
    RefundReading reading =
        new RefundReading(
            refund.getStatus(), refund.getRefundId(), amount.getRefund(), refund.getSuccessTime());
    // The order's rules decide about a refund that was done with another amount, and record it.
    if (refund.getStatus() != Status.SUCCESS && !reading.money().equals(request.amount())) {
      throw unusable("a refund of another amount: " + reading.money());
    }
    return reading.answer();
  }
}
