package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import com.yuge.payment.out.channel.SentCallback;
import java.util.List;
import java.util.stream.Stream;

/** Notifications in WeChat Pay's form that must not settle, refund or close anything. */
public final class WechatCorpus {
  private WechatCorpus() {}

  public static Stream<FalseCallback> about(CallbackTarget target) {
    return Stream.of(
            new ForgedNotices(target).all(),
            new MalformedNotices(target).all(),
            new ForeignPayments(target).all(),
            new ForeignRefunds(target).all())
        .flatMap(List::stream);
  }

  /** The genuine notification that most of the false ones were made of. */
  public static SentCallback payment(CallbackTarget target) {
    return Notice.ofPayment(target).sent();
  }

  /** The same about the refund; its id is another, because a notification counts once. */
  public static SentCallback refund(CallbackTarget target) {
    return Notice.ofRefund(target).body(body -> body.replace("0fd35fb1", "0fd35fb2")).sent();
  }

  /** The account that the notifications are for, with the keys that they were made with. */
  public static FakeWechatKeys keys() {
    return new FakeWechatKeys(
        WechatBench.MCH_ID,
        WechatBench.APP_ID,
        WechatBench.MERCHANT_SERIAL,
        RsaPem.of(WechatBench.MERCHANT.getPrivate()),
        RsaPem.of(WechatBench.MERCHANT.getPublic()),
        RsaPem.of(WechatBench.PLATFORM.getPrivate()),
        RsaPem.of(WechatBench.PLATFORM.getPublic()),
        WechatBench.KEY_ID,
        WechatBench.API_KEY);
  }
}
