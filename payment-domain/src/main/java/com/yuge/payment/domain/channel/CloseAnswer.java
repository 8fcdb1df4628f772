package com.yuge.payment.domain.channel;

import java.util.Optional;

/** What a channel answered when it was asked to close a trade. */
public sealed interface CloseAnswer extends ChannelAnswer {
  /** It takes no money for the trade any more, since now or since before. */
  record Closed() implements CloseAnswer {
    @Override
    public String key() {
      return "CLOSED";
    }
  }

  /** It has no such trade: there is nothing that could be paid. */
  record TradeNotFound() implements CloseAnswer {
    @Override
    public String key() {
      return "NO_TRADE";
    }
  }

  /**
   * The channel takes no such call: it ends a trade by itself, when the order's time is over. A
   * query tells when it has.
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

  /** The channel did not say; the trade may be closed or not. */
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
