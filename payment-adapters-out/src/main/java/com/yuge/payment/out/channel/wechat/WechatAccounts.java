package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.out.channel.wechat.WechatProperties.Account;
import java.util.ArrayList;
import java.util.List;

/**
 * The accounts of this service: new payments go to the current one. An account is there twice while
 * one of its keys is being replaced, with the newer keys first.
 */
record WechatAccounts(WechatAccount current, List<WechatAccount> former) {
  private static final String PATH = "payment.wechat.";

  static WechatAccounts read(WechatProperties properties) {
    List<WechatAccount> former = new ArrayList<>();
    List<Account> settings = properties.former();
    for (int i = 0; i < settings.size(); i++) {
      former.add(WechatAccount.read(settings.get(i), PATH + "former[" + i + "]."));
    }
    return new WechatAccounts(WechatAccount.read(properties.current(), PATH), List.copyOf(former));
  }

  /** All accounts, the current one first. */
  List<WechatAccount> all() {
    List<WechatAccount> all = new ArrayList<>(former);
    all.add(0, current);
    return all;
  }

  /** The accounts for which WeChat Pay signs with this key; accounts of one merchant share it. */
  List<WechatAccount> signedFor(String publicKeyId) {
    return all().stream()
        .filter(account -> account.keys().publicKeyId().equals(publicKeyId))
        .toList();
  }
}
