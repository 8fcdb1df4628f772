package com.yuge.payment.out.channel.wechat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Finds wrong keys and a wrong clock before the first payer does. A wrong current account ends the
 * start. An outage does not, because other channels can take money meanwhile.
 */
final class WechatStartCheck implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(WechatStartCheck.class);

  private final WechatAccounts accounts;
  private final StartQuestion question;

  WechatStartCheck(WechatAccounts accounts, StartQuestion question) {
    this.accounts = accounts;
    this.question = question;
  }

  /** Throws {@link IllegalStateException} if a setting of the current account is wrong. */
  @Override
  public void afterSingletonsInstantiated() {
    StartFinding current = report(accounts.current());
    for (WechatAccount former : accounts.former()) {
      StartFinding unused = report(former);
    }
    if (current.kind() == StartFinding.Kind.WRONG) {
      throw new IllegalStateException(
          "payment.wechat.* does not work at WeChat Pay: " + current.text());
    }
  }

  private StartFinding report(WechatAccount account) {
    StartFinding finding = question.ask(account);
    if (finding.kind() == StartFinding.Kind.RIGHT) {
      log.info("WeChat Pay, account {}: {}", account.id(), finding.text());
    } else {
      log.warn("WeChat Pay, account {}: {}", account.id(), finding.text());
    }
    return finding;
  }
}
