package com.yuge.payment.consumer;

import com.yuge.payment.consumer.PaymentEventsProperties.Retry;
import java.util.List;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.common.message.MessageExt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a message is acknowledged, delivered again after a pause, or a dead letter. */
final class PaymentEventListener implements MessageListenerOrderly {
  private static final Logger log = LoggerFactory.getLogger(PaymentEventListener.class);
  private static final String ATTEMPTS = "attempts";

  /** The queue for messages that are not tried again. */
  interface DeadLetterQueue {
    void add(MessageExt message);
  }

  private final PaymentEventProcessor processor;
  private final Retry retry;
  private final DeadLetterListener deadLetters;
  private final DeadLetterQueue queue;
  private final OutcomeCounter counter;
  private volatile boolean stopping;

  PaymentEventListener(
      PaymentEventProcessor processor,
      Retry retry,
      DeadLetterListener deadLetters,
      DeadLetterQueue queue,
      OutcomeCounter counter) {
    this.processor = processor;
    this.retry = retry;
    this.deadLetters = deadLetters;
    this.queue = queue;
    this.counter = counter;
  }

  /** The client passes one message at a time, because one result applies to all of them. */
  @Override
  public ConsumeOrderlyStatus consumeMessage(
      List<MessageExt> messages, ConsumeOrderlyContext context) {
    if (stopping) {
      return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
    }
    MessageExt message = messages.get(0);
    try {
      counter.count(processor.process(message.getTags(), message.getBody()));
      return ConsumeOrderlyStatus.SUCCESS;
    } catch (RuntimeException e) {
      counter.count(Outcome.FAILED);
      return failed(message, e);
    }
  }

  /**
   * Leaves further messages to the next consumer. Without this, the client would go on handling its
   * queues while it stops.
   */
  void stop() {
    stopping = true;
  }

  // An outage uses up no attempts, because it must not turn a good event into a dead letter.
  private ConsumeOrderlyStatus failed(MessageExt message, RuntimeException cause) {
    if (DatabaseOutages.caused(cause)) {
      log.warn("{} waits for the database: {}", name(message), cause.toString());
      return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
    }
    int attempt = countAttempt(message);
    if (attempt >= retry.maxAttempts()) {
      giveUp(message, cause);
      return ConsumeOrderlyStatus.SUCCESS;
    }
    log.warn(
        "{} failed, attempt {} of {}: {}",
        name(message),
        attempt,
        retry.maxAttempts(),
        cause.toString());
    return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
  }

  // The listener is called first, so that no dead letter goes unnoticed.
  private void giveUp(MessageExt message, RuntimeException cause) {
    PaymentEvent event =
        cause instanceof MalformedEventException
            ? null
            : processor.read(message.getTags(), message.getBody()).orElse(null);
    deadLetters.beforeDeadLetter(
        new DeadLetter(message.getMsgId(), message.getTags(), message.getKeys(), event, cause));
    queue.add(message);
    counter.count(Outcome.DEAD_LETTERED);
    log.error("{} is a dead letter", name(message), cause);
  }

  // Counts in the message object, because the client passes the same object again until it is
  // acknowledged.
  private static int countAttempt(MessageExt message) {
    String before = message.getUserProperty(ATTEMPTS);
    int attempt = before == null ? 1 : Integer.parseInt(before) + 1;
    message.putUserProperty(ATTEMPTS, Integer.toString(attempt));
    return attempt;
  }

  private static String name(MessageExt message) {
    return "%s of %s (message %s)"
        .formatted(message.getTags(), message.getKeys(), message.getMsgId());
  }
}
