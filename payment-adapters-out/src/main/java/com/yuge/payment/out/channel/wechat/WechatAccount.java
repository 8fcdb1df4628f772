package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.core.auth.Credential;
import com.wechat.pay.java.core.auth.WechatPay2Credential;
import com.yuge.payment.out.channel.wechat.WechatProperties.Account;
import org.jspecify.annotations.Nullable;

/** An account at WeChat Pay: a merchant, and the app that its payers use. */
record WechatAccount(String mchId, String appId, WechatKeys keys) {

  static WechatAccount read(Account account, String path) {
    return new WechatAccount(
        WechatKeys.set(account.mchId()),
        WechatKeys.set(account.appId()),
        WechatKeys.read(account, path));
  }

  /** As stored with every order. */
  String id() {
    return id(mchId, appId);
  }

  static String id(@Nullable String mchId, @Nullable String appId) {
    return mchId + ":" + appId;
  }

  boolean is(@Nullable String otherMchId, @Nullable String otherAppId) {
    return mchId.equals(otherMchId) && appId.equals(otherAppId);
  }

  /** Signs requests in the name of the merchant. */
  Credential credential() {
    return new WechatPay2Credential(mchId, keys.signer());
  }
}
