package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notification about a payment, with a valid signature. */
record WechatPaymentCallback(Notification notification, Transaction content) {
  private static final String PAID = "TRANSACTION.SUCCESS";

  /**
   * Decrypts it.
   *
   * @param accounts those whose key has signed it
   * @throws InvalidValue if it is about something else, or cannot be decrypted
   */
  static WechatPaymentCallback of(Notification notification, List<WechatAccount> accounts) {
    if (!notification.event().equals(PAID)) {
      throw new InvalidValue("event_type", "callback-event");
    }
    DecryptedNotification content = DecryptedNotification.of(notification.decrypt(accounts));
    return new WechatPaymentCallback(notification, content.as(Transaction.class));
  }

  CallbackReading read(List<WechatAccount> accounts, String payload) {
    if (accounts.stream().noneMatch(one -> one.is(content.getMchid(), content.getAppid()))) {
      return Refused.because(RefusalReason.OTHER_ACCOUNT, claim());
    }
    try {
      return new CallbackReading.Verified(verified(payload));
    } catch (InvalidValue invalid) {
      return Refused.malformed(invalid, claim());
    }
  }

  // Any other state is not a payment, or is out of date.
  private VerifiedCallback verified(String payload) {
    if (content.getTradeState() != Transaction.TradeStateEnum.SUCCESS) {
      throw new InvalidValue("trade_state", "callback-status");
    }
    return new VerifiedCallback(
        notification.id(), WechatChannel.NAME, PaidTransaction.result(content), payload);
  }

  private CallbackClaim claim() {
    return new CallbackClaim(claimedPayNo(content.getOutTradeNo()), null, true);
  }

  private static @Nullable PayNo claimedPayNo(@Nullable String text) {
    return text != null && PayNo.GRAMMAR.accepts(text) ? new PayNo(text) : null;
  }
}
