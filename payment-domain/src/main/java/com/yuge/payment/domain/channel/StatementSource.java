package com.yuge.payment.domain.channel;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements that a channel writes every day. The first source of a merchant lists its payments.
 *
 * @param merchant our number at the channel, whose trades the statement lists
 * @param kind the channel's name for the kind of statement, such as ALL
 * @param readyAt the time of the next day from which it can be fetched, in the channel's time zone
 * @param accounts the ids of {@link ChannelAccount} that belong to the merchant; empty for a
 *     channel without accounts
 * @param feeRate the part of a payment that the channel charges, such as 0.0060; null if fees are
 *     not checked
 */
public record StatementSource(
    String merchant,
    String kind,
    LocalTime readyAt,
    Set<String> accounts,
    @Nullable BigDecimal feeRate) {
  public StatementSource {
    accounts = Set.copyOf(accounts);
  }
}
