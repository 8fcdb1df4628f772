package com.yuge.payment.domain.channel;

import java.util.Optional;

/** A channel's answer to a request to close a trade. */
public sealed interface CloseAnswer extends ChannelAnswer {
  /** The channel accepts no more money for the trade; it was closed now or before. */
  record Closed() implements CloseAnswer {
    @Override
    public String key() {
      return "CLOSED";
    }
  }

  /** The channel has no such trade, so nothing can be paid. */
  record TradeNotFound() implements CloseAnswer {
    @Override
    public String key() {
      return "NO_TRADE";
    }
  }

  /**
   * The channel offers no close call. It closes the trade itself when the order expires. A query
   * shows when that has happened.
   */
  record NotOffered() implements CloseAnswer {
    @Override
    public String key() {
      return "NOT_OFFERED";
    }
  }

  /** Refused: the trade has been paid. */
  record AlreadyPaid() implements CloseAnswer {
    @Override
    public String key() {
      return "ALREADY_PAID";
    }
  }

  /** The channel gave no usable answer; the trade may or may not be closed. */
  record Unknown(UnknownReason reason) implements CloseAnswer {
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
