package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.out.channel.ChannelCallException;

/** A signed answer to a query for one trade at one account. */
record TransactionAnswer(Transaction transaction, Trade trade, WechatAccount account) {

  /** Throws {@link ChannelCallException} if it is about something else, or cannot be read. */
  QueryAnswer read() {
    if (!account.is(transaction.getMchid(), transaction.getAppid())) {
      throw unusable("an answer about another account");
    }
    if (!trade.payNo().value().equals(transaction.getOutTradeNo())) {
      throw unusable("an answer about another pay number");
    }
    Transaction.TradeStateEnum state = transaction.getTradeState();
    if (state == null) {
      throw unusable("an answer without a state that we know");
    }
    return switch (state) {
      // A trade stays paid when money goes back, even if all of it does.
      case SUCCESS, REFUND -> paid();
      // A payer whose payment failed can pay again.
      case NOTPAY, USERPAYING, PAYERROR -> new QueryAnswer.Unpaid();
      case CLOSED -> new QueryAnswer.ClosedUnpaid();
      // These belong to products that this service does not offer.
      case REVOKED, ACCEPT -> throw unusable("a trade in the state " + state);
    };
  }

  private QueryAnswer paid() {
    if (trade.account() != null
        && !WechatProduct.of(trade.account()).is(transaction.getTradeType())) {
      throw unusable("a trade of another product: " + transaction.getTradeType());
    }
    try {
      return new QueryAnswer.Decided(PaidTransaction.result(transaction));
    } catch (InvalidValue e) {
      throw unusable("an answer out of its grammar: " + e.getMessage());
    }
  }

  static ChannelCallException unusable(String why) {
    return new ChannelCallException(Cause.ERROR, why);
  }
}
