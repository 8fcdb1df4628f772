package com.yuge.payment.domain.channel;

import java.util.Optional;

/** A channel's answer to a request for a statement. */
public sealed interface StatementAnswer extends ChannelAnswer {
  /** One constant for each type, so that the compiler checks that a switch is complete. */
  enum Kind {
    FETCHED,
    NOT_READY,
    NO_STATEMENT,
    UNKNOWN
  }

  Kind kind();

  @Override
  default String key() {
    return kind().name();
  }

  /** The whole file was received, and its hash matches if the channel gave one. */
  record Fetched() implements StatementAnswer {
    @Override
    public Kind kind() {
      return Kind.FETCHED;
    }
  }

  /** The channel is still writing the statement. */
  record NotReady() implements StatementAnswer {
    @Override
    public Kind kind() {
      return Kind.NOT_READY;
    }
  }

  /**
   * The channel has no statement for the day: it had no payments, or the statement is not there
   * yet.
   */
  record NoStatement() implements StatementAnswer {
    @Override
    public Kind kind() {
      return Kind.NO_STATEMENT;
    }
  }

  /** The channel gave no usable answer, or the file is incomplete. */
  record Unknown(UnknownReason reason) implements StatementAnswer {
    @Override
    public Kind kind() {
      return Kind.UNKNOWN;
    }

    @Override
    public Optional<UnknownReason> unknown() {
      return Optional.of(reason);
    }
  }
}
