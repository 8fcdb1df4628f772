package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.ChannelCallException;
import java.time.Instant;
import java.util.Set;

/**
 * What a signed answer means for one trade.
 *
 * @param at when the answer arrived, by our clock
 */
record AlipayTradeAnswer(AlipayAnswer answer, Trade trade, AlipayAccount account, Instant at) {
  static final String NO_TRADE = "ACQ.TRADE_NOT_EXIST";
  private static final Grammar QR_CODE = Grammar.of("qrCode", "pay-url", "https?://.*");

  /** A trade that no longer waits for a payer cannot be closed; a query shows why. */
  private static final Set<String> NOT_WAITING =
      Set.of(
          "ACQ.TRADE_STATUS_ERROR",
          "ACQ.REASON_TRADE_STATUS_INVALID",
          "ACQ.REASON_ILLEGAL_STATUS",
          "ACQ.TRADE_HAS_SUCCESS",
          "ACQ.TRADE_HAS_FINISHED");

  /** Throws {@link ChannelCallException} unless Alipay gave a QR code for the trade. */
  PayUrl qrCode() {
    requireDone();
    answer.require("out_trade_no", trade.payNo().value());
    return AlipayAnswer.wellFormed(() -> new PayUrl(QR_CODE.require(answer.text("qr_code"))));
  }

  QueryAnswer toQuery() {
    if (answer.refusal().equals(NO_TRADE)) {
      return hasExpired() ? new QueryAnswer.TradeNotFound() : new QueryAnswer.Unpaid();
    }
    requireDone();
    requireOwn();
    return switch (answer.text("trade_status")) {
      case "TRADE_SUCCESS", "TRADE_FINISHED" -> paid();
      // A trade that was refunded as a whole is closed, too.
      case "TRADE_CLOSED" ->
          answer.text("send_pay_date").isEmpty() ? new QueryAnswer.ClosedUnpaid() : paid();
      case "WAIT_BUYER_PAY" -> new QueryAnswer.Unpaid();
      default ->
          throw new ChannelCallException(Cause.ERROR, "an answer without a status that we know");
    };
  }

  CloseAnswer toClose() {
    if (NOT_WAITING.contains(answer.refusal())) {
      return new CloseAnswer.AlreadyPaid();
    }
    if (answer.refusal().equals(NO_TRADE)) {
      return hasExpired() ? new CloseAnswer.TradeNotFound() : new CloseAnswer.Unknown(stillOpen());
    }
    requireDone();
    requireOwn();
    return new CloseAnswer.Closed();
  }

  // Alipay knows a trade only after a payer has scanned the code or opened the page. A payer can do
  // so until the trade expires.
  private boolean hasExpired() {
    return at.isAfter(trade.expireAt());
  }

  private static UnknownReason stillOpen() {
    return new UnknownReason(Cause.REFUSED, NO_TRADE + ": it can be paid until it expires");
  }

  private void requireDone() {
    if (!answer.isDone()) {
      throw new ChannelCallException(answer.unknown().cause(), answer.unknown().detail());
    }
  }

  private void requireOwn() {
    answer.require("out_trade_no", trade.payNo().value());
    answer.requireIfGiven("seller_id", account.sellerId());
    answer.requireIfGiven("trans_currency", Money.CNY.getCurrencyCode());
  }

  /** The payment is the order's amount, not what the merchant receives after discounts. */
  private QueryAnswer paid() {
    TradeNo tradeNo = AlipayAnswer.wellFormed(() -> new TradeNo(answer.text("trade_no")));
    return new QueryAnswer.Decided(
        new ChannelResult(
            trade.payNo(),
            Status.SUCCESS,
            tradeNo,
            answer.money("total_amount"),
            answer.time("send_pay_date")));
  }
}
