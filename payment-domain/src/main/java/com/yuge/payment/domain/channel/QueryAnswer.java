package com.yuge.payment.domain.channel;

import java.util.Optional;

/** A channel's answer to a query for a trade. */
public sealed interface QueryAnswer extends ChannelAnswer {
  /** The trade has reached its final state: paid or failed. */
  record Decided(ChannelResult result) implements QueryAnswer {
    @Override
    public String key() {
      return result.status().name();
    }
  }

  /** The channel has the trade, and nobody has paid. */
  record Unpaid() implements QueryAnswer {
    @Override
    public String key() {
      return "UNPAID";
    }
  }

  /** The channel has closed the trade; nobody has paid and nobody can. */
  record ClosedUnpaid() implements QueryAnswer {
    @Override
    public String key() {
      return "CLOSED";
    }
  }

  /** The channel does not know the trade. */
  record TradeNotFound() implements QueryAnswer {
    @Override
    public String key() {
      return "NO_TRADE";
    }
  }

  /** The channel gave no usable answer; nothing follows from it. */
  record Unknown(UnknownReason reason) implements QueryAnswer {
    @Override
    public String key() {
      return "UNKNOWN";
    }

    @Override
    public Optional<UnknownReason> unknown() {
      return Optional.of(reason);
    }
  }
}
