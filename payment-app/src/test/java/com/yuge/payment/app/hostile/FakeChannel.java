package com.yuge.payment.app.hostile;

import com.yuge.payment.app.e2e.RealChannels;
import com.yuge.payment.channelfakes.alipay.AlipayFaults;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification;
import com.yuge.payment.channelfakes.wechat.NotificationFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults;

/** What a test has a fake do, whichever it is. */
enum FakeChannel {
  WECHAT("without WeChat Pay's signature") {
    @Override
    void pressPay(RealChannels channels, String payNo) {
      String unused = channels.wechat().client().pressPay(payNo);
    }

    @Override
    void answersUnsigned(RealChannels channels, String call) {
      channels
          .wechat()
          .client()
          .spoil(
              WechatFaults.ofAnswers(
                      WechatFaults.OfAnswer.UNSIGNED, WechatFaults.Call.valueOf(call))
                  .with(NotificationFaults.of(NotificationFaults.Kind.HELD)));
    }

    @Override
    void opensNothing(RealChannels channels) {
      channels
          .wechat()
          .client()
          .spoil(
              WechatFaults.ofAnswers(
                  WechatFaults.OfAnswer.FREQUENCY_LIMITED, WechatFaults.Call.NATIVE));
    }

    @Override
    void behaves(RealChannels channels) {
      channels.wechat().client().behave();
    }
  },
  ALIPAY("an unsigned answer") {
    @Override
    void pressPay(RealChannels channels, String payNo) {
      String unused = channels.alipay().client().pressPay(payNo);
    }

    @Override
    void answersUnsigned(RealChannels channels, String call) {
      channels
          .alipay()
          .client()
          .spoil(
              AlipayFaults.ofAnswers(
                      AlipayFaults.OfAnswer.UNSIGNED, AlipayFaults.Call.valueOf(call))
                  .with(OfNotification.HELD));
    }

    @Override
    void opensNothing(RealChannels channels) {
      channels
          .alipay()
          .client()
          .spoil(
              AlipayFaults.ofAnswers(
                  AlipayFaults.OfAnswer.FREQUENCY_LIMITED, AlipayFaults.Call.PRECREATE));
    }

    @Override
    void behaves(RealChannels channels) {
      channels.alipay().client().behave();
    }
  };

  /** What an operator reads of an answer without a signature. */
  final String reason;

  FakeChannel(String reason) {
    this.reason = reason;
  }

  abstract void pressPay(RealChannels channels, String payNo);

  /** Does what it is asked for, does not sign its answers to this call, and notifies nobody. */
  abstract void answersUnsigned(RealChannels channels, String call);

  /** Refuses to open trades. */
  abstract void opensNothing(RealChannels channels);

  abstract void behaves(RealChannels channels);
}
