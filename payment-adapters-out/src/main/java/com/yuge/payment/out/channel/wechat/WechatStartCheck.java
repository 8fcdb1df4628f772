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
  private final StartupProbe question;

  WechatStartCheck(WechatAccounts accounts, StartupProbe question) {
    this.accounts = accounts;
    this.question = question;
  }

  /** Throws {@link IllegalStateException} if a setting of the current account is wrong. */
  @Override
  public void afterSingletonsInstantiated() {
    StartupCheckResult current = report(accounts.current());
    for (WechatAccount former : accounts.former()) {
      StartupCheckResult unused = report(former);
    }
    if (current.kind() == StartupCheckResult.Kind.WRONG) {
      throw new IllegalStateException(
          "payment.wechat.* does not work at WeChat Pay: " + current.text());
    }
  }

  private StartupCheckResult report(WechatAccount account) {
    StartupCheckResult finding = question.ask(account);
    if (finding.kind() == StartupCheckResult.Kind.RIGHT) {
      log.info("WeChat Pay, account {}: {}", account.id(), finding.text());
    } else {
      log.warn("WeChat Pay, account {}: {}", account.id(), finding.text());
    }
    return finding;
  }
}
