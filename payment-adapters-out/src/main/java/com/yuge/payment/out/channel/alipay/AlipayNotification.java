package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.DecidesNothing;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.CallbackReading.Verified;
import com.yuge.payment.domain.callback.CallbackReading.VerifiedRefund;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.Set;

/**
 * What a signed notification is about. Alipay notifies of a refund at the payment's address, with
 * the payment's status; only its refund fields distinguish it from the payment.
 *
 * @param payload the body as received
 */
record AlipayNotification(AlipayForm form, String payload) {
  private static final Set<String> STATUSES =
      Set.of("WAIT_BUYER_PAY", "TRADE_SUCCESS", "TRADE_FINISHED", "TRADE_CLOSED");

  /** The claim of a form that was not verified, or that is refused afterwards. */
  static CallbackClaim claim(AlipayForm form, boolean signed) {
    String payNo = form.text("out_trade_no");
    String status = form.text("trade_status");
    return new CallbackClaim(
        PayNo.GRAMMAR.accepts(payNo) ? new PayNo(payNo) : null,
        STATUSES.contains(status) ? status : null,
        signed);
  }

  /** Throws {@link InvalidValue} for a field out of its grammar. */
  CallbackReading read() {
    require("notify_type", "trade_status_sync");
    if (isRefund()) {
      return refund();
    }
    return switch (form.text("trade_status")) {
      case "TRADE_SUCCESS", "TRADE_FINISHED" -> new Verified(payment());
      // Closed or not yet paid: only a query decides, because notifications overtake each other.
      case "TRADE_CLOSED", "WAIT_BUYER_PAY" -> new DecidesNothing(claim(form, true));
      default -> throw new InvalidValue("trade_status", "trade-status");
    };
  }

  private boolean isRefund() {
    boolean hasFee = form.has("refund_fee") && !form.text("refund_fee").matches("0+(\\.0+)?");
    return form.has("gmt_refund") || form.has("out_biz_no") || hasFee;
  }

  /** Its amount is the total of all refunds, so it decides nothing; a query does. */
  private CallbackReading refund() {
    String refundNo = form.text("out_biz_no");
    if (!RefundNo.GRAMMAR.accepts(refundNo)) {
      return Refused.because(RefusalReason.FOREIGN_REFUND, claim(form, true));
    }
    if (!STATUSES.contains(form.text("trade_status"))) {
      throw new InvalidValue("trade_status", "trade-status");
    }
    return new VerifiedRefund(
        new VerifiedRefundCallback(
            id(),
            AlipayChannel.NAME,
            new RefundNo(refundNo),
            form.text("trade_status"),
            null,
            payload));
  }

  private VerifiedCallback payment() {
    if (form.has("trans_currency")) {
      require("trans_currency", Money.CNY.getCurrencyCode());
    }
    ChannelResult result =
        new ChannelResult(
            new PayNo(form.text("out_trade_no")),
            Status.SUCCESS,
            new TradeNo(form.text("trade_no")),
            AlipayMoney.read("total_amount", form.text("total_amount")),
            form.has("gmt_payment")
                ? AlipayTime.read("gmt_payment", form.text("gmt_payment"))
                : null);
    return new VerifiedCallback(id(), AlipayChannel.NAME, result, payload);
  }

  private CallbackId id() {
    return new CallbackId(form.text("notify_id"));
  }

  private void require(String name, String value) {
    if (!form.text(name).equals(value)) {
      throw new InvalidValue(name, "value");
    }
  }
}
