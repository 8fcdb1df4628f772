package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.ReplayWindow;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One client for each account, the current one and the former ones. */
final class WechatClients {
  /** How far WeChat Pay's clock and ours may differ; WeChat Pay applies the same to requests. */
  static final Duration MOST_SKEW = Duration.ofMinutes(5);

  private final WechatAccounts accounts;
  private final WechatClient current;
  private final Map<String, WechatClient> clients = new HashMap<>();

  WechatClients(WechatAccounts accounts, ChannelHttp http, URI url, Clock clock) {
    this.accounts = accounts;
    ReplayWindow window = new ReplayWindow(MOST_SKEW, clock);
    // The first one of each account has its newest keys.
    for (WechatAccount account : accounts.all()) {
      AnswerVerifier verifier = new AnswerVerifier(account.keys(), window);
      clients.putIfAbsent(
          account.id(), WechatClient.of(account, new WechatHttp(account, http, url, verifier)));
    }
    this.current = of(accounts.current().id());
  }

  WechatClient current() {
    return current;
  }

  /**
   * Returns the client of the account that an order was opened at.
   *
   * @param account null if the order was never opened; the current account then
   * @throws ChannelCallException if this service has no keys of the account
   */
  WechatClient of(@Nullable ChannelAccount account) {
    return account == null ? current : of(account.id());
  }

  /** Returns the client with the newest keys of a merchant; throws as {@link #of} does. */
  WechatClient ofMerchant(String mchId) {
    return accounts.all().stream()
        .filter(account -> account.mchId().equals(mchId))
        .findFirst()
        .map(account -> of(account.id()))
        .orElseThrow(
            () ->
                new ChannelCallException(
                    Cause.NOT_ASKED, "merchant " + mchId + " is not configured"));
  }

  private WechatClient of(String id) {
    WechatClient client = clients.get(id);
    if (client == null) {
      throw new ChannelCallException(Cause.NOT_ASKED, "account " + id + " is not configured");
    }
    return client;
  }
}
