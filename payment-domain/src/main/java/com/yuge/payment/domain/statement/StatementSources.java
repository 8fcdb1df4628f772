package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementSource;
import java.util.List;
import java.util.Optional;

/** The configured sources of statements. */
record StatementSources(Channels channels) {
  /**
   * The source of a statement.
   *
   * @param kinds how many kinds of statements the merchant has
   * @param isMain whether this kind lists payments; a day is compared once, for this kind
   */
  record Found(StatementGateway gateway, StatementSource source, int kinds, boolean isMain) {}

  /** Empty when the channel or the merchant is no longer configured. */
  Optional<Found> find(StatementKey key) {
    for (StatementGateway gateway : channels.statements()) {
      if (gateway.channel().equals(key.channel())) {
        List<StatementSource> kinds = ofMerchant(gateway, key.merchant());
        for (StatementSource source : kinds) {
          if (source.kind().equals(key.kind())) {
            return Optional.of(
                new Found(gateway, source, kinds.size(), source.equals(kinds.get(0))));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<StatementSource> ofMerchant(StatementGateway gateway, String merchant) {
    return gateway.sources().stream().filter(one -> one.merchant().equals(merchant)).toList();
  }
}
