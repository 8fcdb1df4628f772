package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.out.channel.ChannelCallException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The configured accounts. New payments use the current one, the first; earlier payments are still
 * queried, closed and refunded at theirs.
 */
record AlipayAccounts(List<AlipayAccount> all) {
  private static final String PREFIX = "payment.alipay.";

  AlipayAccounts {
    all = List.copyOf(all);
  }

  /** Reads the keys. Settings with the same app id are one account with several public keys. */
  static AlipayAccounts read(AlipayProperties properties) {
    Map<String, AlipayAccount> byId = new LinkedHashMap<>();
    AlipayAccount current = properties.current().read(PREFIX);
    byId.put(current.id(), current);
    for (int i = 0; i < properties.former().size(); i++) {
      AlipayAccount former = properties.former().get(i).read(PREFIX + "former[" + i + "].");
      byId.merge(former.id(), former, AlipayAccount::withKeysOf);
    }
    return new AlipayAccounts(List.copyOf(byId.values()));
  }

  AlipayAccount current() {
    return all.get(0);
  }

  /**
   * Finds the account that a payment was opened at.
   *
   * @param opened null if it was never opened; it would be opened at the current one
   * @throws ChannelCallException if the account is not configured any more
   */
  AlipayAccount of(@Nullable ChannelAccount opened) {
    if (opened == null) {
      return current();
    }
    return all.stream()
        .filter(account -> account.id().equals(opened.id()))
        .findFirst()
        .orElseThrow(
            () ->
                new ChannelCallException(
                    Cause.NOT_ASKED, "account " + opened.id() + " is not configured"));
  }

  /** Finds an account of a seller; throws as {@link #of} does. */
  AlipayAccount ofSeller(String sellerId) {
    return all.stream()
        .filter(account -> account.sellerId().equals(sellerId))
        .findFirst()
        .orElseThrow(
            () ->
                new ChannelCallException(
                    Cause.NOT_ASKED, "seller " + sellerId + " is not configured"));
  }

  /**
   * Finds the app's account, with this seller if there is one. An app that has changed its seller
   * is two accounts.
   */
  Optional<AlipayAccount> ofApp(String appId, String sellerId) {
    return all.stream()
        .filter(account -> account.appId().equals(appId))
        .min(Comparator.comparing(account -> !account.sellerId().equals(sellerId)));
  }
}
