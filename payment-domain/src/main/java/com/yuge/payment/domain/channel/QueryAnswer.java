package com.yuge.payment.domain.channel;

/** What a channel answered when it was asked for a trade. */
public sealed interface QueryAnswer {
  /** The trade has come to its end: paid, or failed for good. */
  record Decided(ChannelWord word) implements QueryAnswer {}

  /** The channel has the trade, and nobody has paid. */
  record Unpaid() implements QueryAnswer {}

  /** The channel has closed the trade; nobody has paid and nobody can. */
  record ClosedUnpaid() implements QueryAnswer {}

  /** The channel has never heard of the trade. */
  record NoTrade() implements QueryAnswer {}

  /** The channel did not say; nothing follows from it. */
  record Unknown(Doubt doubt) implements QueryAnswer {}
}
