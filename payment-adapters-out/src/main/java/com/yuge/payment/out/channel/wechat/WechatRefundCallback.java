package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.refund.model.Amount;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.RefundNo;
import java.util.List;
import java.util.Map;

/** A notification about a refund, with a valid signature. */
record WechatRefundCallback(Notification notification, DecryptedNotification content) {
  private static final Map<String, Status> EVENTS =
      Map.of(
          "REFUND.SUCCESS", Status.SUCCESS,
          "REFUND.ABNORMAL", Status.ABNORMAL,
          "REFUND.CLOSED", Status.CLOSED);

  /**
   * Decrypts it.
   *
   * @param accounts those whose key has signed it
   * @throws InvalidValue if it is about something else, or cannot be decrypted
   */
  static WechatRefundCallback of(Notification notification, List<WechatAccount> accounts) {
    if (!EVENTS.containsKey(notification.event())) {
      throw new InvalidValue("event_type", "callback-event");
    }
    return new WechatRefundCallback(
        notification, DecryptedNotification.of(notification.decrypt(accounts)));
  }

  /** Throws {@link InvalidValue} if anything is missing. */
  CallbackReading read(List<WechatAccount> accounts, String payload) {
    if (accounts.stream().noneMatch(one -> one.mchId().equals(content.mchId()))) {
      return Refused.because(RefusalReason.OTHER_ACCOUNT, new CallbackClaim(null, null, true));
    }
    return new CallbackReading.VerifiedRefund(
        verified(content.as(RefundNotification.class), payload));
  }

  private VerifiedRefundCallback verified(RefundNotification refund, String payload) {
    if (refund.getRefundStatus() != EVENTS.get(notification.event())) {
      throw new InvalidValue("refund_status", "refund-status");
    }
    RefundNo number =
        new RefundNo(RefundNo.GRAMMAR.of("out_refund_no").require(refund.getOutRefundNo()));
    return new VerifiedRefundCallback(
        notification.id(),
        WechatChannel.NAME,
        number,
        refund.getRefundStatus().name(),
        reading(refund).answer(),
        payload);
  }

  private static RefundReading reading(RefundNotification refund) {
    Amount amount = refund.getAmount();
    return new RefundReading(
        refund.getRefundStatus(),
        refund.getRefundId(),
        amount == null ? null : amount.getRefund(),
        refund.getSuccessTime());
  }
}
