package com.yuge.payment.consumer;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes one message. It knows nothing of RocketMQ. */
public final class PaymentEventProcessor {
  private static final Logger log = LoggerFactory.getLogger(PaymentEventProcessor.class);

  /** More tags than any topic has. Further ones are counted but not logged. */
  private static final int MOST_TAGS_LOGGED = 100;

  private final Set<String> unknownTags = ConcurrentHashMap.newKeySet();
  private final PaymentEventReader reader;
  private final EventInbox inbox;
  private final PaymentEventHandler handler;

  public PaymentEventProcessor(
      PaymentEventReader reader, EventInbox inbox, PaymentEventHandler handler) {
    this.reader = reader;
    this.inbox = inbox;
    this.handler = handler;
  }

  /**
   * Handles a message. An unknown tag leaves no row in the consume log: once the application has a
   * kit that knows the tag, a replay of the event is handled.
   *
   * @throws MalformedEventException if the body is not an event of this tag
   * @throws RuntimeException if the handler or the database failed; nothing was written
   */
  Outcome process(@Nullable String tag, byte[] body) {
    Optional<PaymentEvent> event = read(tag, body);
    if (event.isEmpty()) {
      logOnce(String.valueOf(tag));
      return Outcome.UNKNOWN_TAG;
    }
    return inbox.handleOnce(event.get(), handler) ? Outcome.HANDLED : Outcome.DUPLICATE;
  }

  /** Returns the event; empty if the tag is unknown. */
  Optional<PaymentEvent> read(@Nullable String tag, byte[] body) {
    return PaymentEventTag.of(tag).map(known -> reader.read(known, body));
  }

  private void logOnce(String tag) {
    if (unknownTags.size() < MOST_TAGS_LOGGED && unknownTags.add(tag)) {
      log.warn("Events with the unknown tag {} are acknowledged and ignored", tag);
    }
  }
}
