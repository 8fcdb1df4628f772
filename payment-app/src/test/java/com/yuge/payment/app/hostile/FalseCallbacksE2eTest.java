package com.yuge.payment.app.hostile;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.yuge.payment.app.e2e.RealChannels;
import com.yuge.payment.app.e2e.RealChannels.Keys;
import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.SentCallback;
import com.yuge.payment.out.channel.alipay.AlipayCorpus;
import com.yuge.payment.out.channel.wechat.WechatCorpus;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sends every false notification of the corpora to the whole service. The service does nothing by
 * itself here, so a callback has changed whatever changes. The genuine notifications come last.
 * They count: the false ones were about something, and took no id from them. They count once: a
 * copy of them is false again.
 */
class FalseCallbacksE2eTest {
  /** The service does nothing by itself, and logs each callback. */
  static final List<String> QUIET =
      List.of(
          "--payment.outbox.relay.enabled=false",
          "--payment.reconcile.enabled=false",
          "--payment.audit.enabled=false",
          "--payment.statements.enabled=false",
          "--payment.statements.queries.enabled=false",
          "--payment.refund.enabled=false",
          "--payment.rate-limit.unverified-per-minute=0",
          "--payment.rate-limit.unverified-total-per-minute=0");

  private static final RealChannels CHANNELS =
      RealChannels.start(
          "payment_false_callbacks", new Keys(WechatCorpus.keys(), AlipayCorpus.keys()), QUIET);

  private static final TargetOrders ORDERS = new TargetOrders(CHANNELS);

  private final CallbackTarget wechat = ORDERS.wechat();
  private final CallbackTarget alipay = ORDERS.alipay();

  @AfterAll
  static void end() {
    CHANNELS.close();
  }

  @TestFactory
  Stream<DynamicTest> atWechatPaysAddressesTheyChangeNothing() {
    CallbackCheck check = new CallbackCheck(CHANNELS, "WECHAT", wechat);
    return Stream.of(
            WechatCorpus.about(wechat).map(check::test),
            CrossedCallbacks.atWechat(alipay).map(check::test),
            Stream.of(
                dynamicTest("a payment", () -> check.settles(WechatCorpus.payment(wechat))),
                replayed("the payment", check, WechatCorpus.payment(wechat)),
                dynamicTest("a refund", () -> check.refunds(WechatCorpus.refund(wechat))),
                replayed("the refund", check, WechatCorpus.refund(wechat))))
        .flatMap(Function.identity());
  }

  @TestFactory
  Stream<DynamicTest> atAlipaysAddressTheyChangeNothing() {
    CallbackCheck check = new CallbackCheck(CHANNELS, "ALIPAY", alipay);
    return Stream.of(
            AlipayCorpus.about(alipay).map(check::test),
            CrossedCallbacks.atAlipay(wechat).map(check::test),
            Stream.of(
                dynamicTest("a payment", () -> check.settles(AlipayCorpus.payment(alipay))),
                replayed("the payment", check, AlipayCorpus.payment(alipay)),
                dynamicTest("a refund", () -> check.makesTheRefundDue(AlipayCorpus.refund(alipay))),
                replayed("the refund", check, AlipayCorpus.refund(alipay))))
        .flatMap(Function.identity());
  }

  private static DynamicTest replayed(String name, CallbackCheck check, SentCallback genuine) {
    return dynamicTest(name + " replayed", () -> check.isReplayed(genuine));
  }
}
