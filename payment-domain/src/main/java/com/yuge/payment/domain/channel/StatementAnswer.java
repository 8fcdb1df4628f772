package com.yuge.payment.domain.channel;

import java.util.Optional;

/** A channel's answer to a request for a statement. */
public sealed interface StatementAnswer extends ChannelAnswer {
  /** The whole file was received, and its hash is right if the channel tells one. */
  record Fetched() implements StatementAnswer {
    @Override
    public String key() {
      return "FETCHED";
    }
  }

  /** The channel still writes the statement. */
  record NotReady() implements StatementAnswer {
    @Override
    public String key() {
      return "NOT_READY";
    }
  }

  /** The channel has no statement for the day: nothing happened, or it is not there yet. */
  record NoStatement() implements StatementAnswer {
    @Override
    public String key() {
      return "NO_STATEMENT";
    }
  }

  /** The channel gave no usable answer, or the file did not come whole. */
  record Unknown(UnknownReason reason) implements StatementAnswer {
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
