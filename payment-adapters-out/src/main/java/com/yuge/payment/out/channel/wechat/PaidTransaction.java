package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.model.TransactionAmount;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a trade that was paid; the caller has verified the signature and the account. */
final class PaidTransaction {
  static final Grammar OUT_TRADE_NO = PayNo.GRAMMAR.of("out_trade_no");
  static final Grammar TRANSACTION_ID = TradeNo.GRAMMAR.of("transaction_id");

  private PaidTransaction() {}

  /** Throws {@link InvalidValue} if anything is missing or is not what this service asked for. */
  static ChannelResult result(Transaction transaction) {
    if (Arrays.stream(WechatProduct.values())
        .noneMatch(one -> one.is(transaction.getTradeType()))) {
      throw new InvalidValue("trade_type", "product");
    }
    return new ChannelResult(
        new PayNo(OUT_TRADE_NO.require(transaction.getOutTradeNo())),
        ChannelResult.Status.SUCCESS,
        new TradeNo(TRANSACTION_ID.require(transaction.getTransactionId())),
        amount(transaction.getAmount()),
        WechatTime.read("success_time", transaction.getSuccessTime()));
  }

  // The price of the order. With a coupon of WeChat Pay, the payer pays less: payer_total.
  private static Money amount(@Nullable TransactionAmount amount) {
    if (amount == null || amount.getTotal() == null) {
      throw new InvalidValue("amount", "amount");
    }
    requireYuan(amount.getCurrency());
    return Fen.money(amount.getTotal().longValue());
  }

  /** Throws {@link InvalidValue} for any other currency. */
  static void requireYuan(@Nullable String currency) {
    if (!Money.CNY.getCurrencyCode().equals(currency)) {
      throw new InvalidValue("currency", "shop-currency");
    }
  }
}
