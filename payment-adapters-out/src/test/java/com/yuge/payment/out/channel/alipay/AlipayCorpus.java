package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import com.yuge.payment.out.channel.SentCallback;
import java.util.stream.Stream;

/** Notifications in Alipay's form that must not settle, refund or close anything. */
public final class AlipayCorpus {
  private AlipayCorpus() {}

  public static Stream<FalseCallback> about(CallbackTarget target) {
    return Stream.concat(
        new NegativeNotifications(target).all(), new NegativeContents(target).all());
  }

  /** The genuine notification that most of the false ones were made of. */
  public static SentCallback payment(CallbackTarget target) {
    return SentNotification.paid(target).signed().sent();
  }

  /**
   * The genuine notification of the refund, which only says that there is one; its id is another,
   * because a notification counts once.
   */
  public static SentCallback refund(CallbackTarget target) {
    String id = SentNotification.NOTIFY_ID.replace("1234567890", "1234567892");
    return SentNotification.refunded(target).with("notify_id", id).signed().sent();
  }

  /** The account that the notifications are for, with the keys that they were made with. */
  public static FakeAlipayKeys keys() {
    return AlipayDesk.KEYS;
  }
}
