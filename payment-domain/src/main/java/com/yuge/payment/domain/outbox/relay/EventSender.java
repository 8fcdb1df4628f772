package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.List;

/** The broker, as the relay uses it. */
public interface EventSender {
  /**
   * Sends the events of one partition, in order, as one batch. Either the whole batch arrives, or
   * nothing that counts.
   *
   * @param timeout for the whole call, including the search for the broker; nothing is sent after
   *     it
   */
  SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout);

  /** The broker that currently takes a partition's events; empty while unknown. Never waits. */
  default String brokerOf(int partition) {
    return "";
  }

  /** The broker's answer to a batch. */
  sealed interface SendOutcome {
    /** One constant for each type, so that the compiler checks that a switch is complete. */
    enum Kind {
      SENT,
      TROUBLE,
      REFUSED
    }

    Kind kind();

    /** The broker's or the network's error; empty if there was none. */
    String reason();

    /** Stored, as durably as the broker is configured to. */
    record Sent() implements SendOutcome {
      @Override
      public Kind kind() {
        return Kind.SENT;
      }

      @Override
      public String reason() {
        return "";
      }
    }

    /** Possibly not stored, because of the broker or the network; the events may be sent again. */
    record Trouble(String reason) implements SendOutcome {
      @Override
      public Kind kind() {
        return Kind.TROUBLE;
      }
    }

    /** Not stored, and never will be as it is: an event of the batch is at fault. */
    record Refused(String reason) implements SendOutcome {
      @Override
      public Kind kind() {
        return Kind.REFUSED;
      }
    }
  }
}
