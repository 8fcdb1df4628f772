package com.yuge.payment.out.channel.statement;

import com.yuge.payment.domain.channel.StatementSource;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account that is configured.
 *
 * @param merchant the merchant that it belongs to
 * @param id as orders store it
 * @param feeRate what the channel takes of a payment; null if fees are not checked
 */
public record MerchantAccount(String merchant, String id, @Nullable BigDecimal feeRate) {

  /**
   * Returns the sources of statements, which channels write for merchants. The first account of a
   * merchant configures its fee rate.
   *
   * @param kinds the kinds of statements of each merchant, the one with the payments first
   */
  public static List<StatementSource> sources(
      List<MerchantAccount> accounts, LocalTime readyAt, List<String> kinds) {
    Map<String, List<MerchantAccount>> merchants = new LinkedHashMap<>();
    for (MerchantAccount account : accounts) {
      merchants.computeIfAbsent(account.merchant(), unused -> new ArrayList<>()).add(account);
    }
    return merchants.values().stream()
        .flatMap(of -> kinds.stream().map(kind -> source(of, readyAt, kind)))
        .toList();
  }

  private static StatementSource source(
      List<MerchantAccount> accounts, LocalTime readyAt, String kind) {
    MerchantAccount first = accounts.get(0);
    return new StatementSource(
        first.merchant(),
        kind,
        readyAt,
        accounts.stream().map(MerchantAccount::id).collect(Collectors.toSet()),
        first.feeRate());
  }
}
