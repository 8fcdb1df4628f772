package com.yuge.payment.out.rocketmq;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.springframework.core.NestedExceptionUtils;

/** Sends each partition's batches to one queue, so that their order is the queue's order. */
final class RocketMqSender implements EventSender {
  private final Supplier<DefaultMQProducer> producer;
  private final TopicQueues queues;
  private final RocketMqProperties properties;
  private final LongSupplier nanoTime;

  RocketMqSender(Supplier<DefaultMQProducer> producer, RocketMqProperties properties) {
    this(producer, properties, System::nanoTime);
  }

  RocketMqSender(
      Supplier<DefaultMQProducer> producer, RocketMqProperties properties, LongSupplier nanoTime) {
    this.producer = producer;
    this.queues =
        new TopicQueues(
            () -> producer.get().fetchPublishMessageQueues(properties.topic()), nanoTime);
    this.properties = properties;
    this.nanoTime = nanoTime;
  }

  // The timeout covers the question to the name server too, which may have used all of it.
  @Override
  public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
    long end = nanoTime.getAsLong() + timeout.toNanos();
    MessageQueue queue;
    try {
      queue = queues.of(partition);
    } catch (MQClientException e) {
      return trouble("no queue from name server " + properties.nameServer() + ": " + reason(e));
    }
    long left = NANOSECONDS.toMillis(end - nanoTime.getAsLong());
    return left > 0
        ? send(queue, batch, left)
        : trouble("name server " + properties.nameServer() + " took longer than " + timeout);
  }

  @Override
  public String brokerOf(int partition) {
    return queues.brokerOf(partition).orElse("");
  }

  private SendOutcome send(MessageQueue queue, List<PendingEvent> batch, long millis) {
    try {
      SendResult result = send(batch.stream().map(this::message).toList(), queue, millis);
      return isKept(result.getSendStatus())
          ? new SendOutcome.Sent()
          : trouble("broker answered " + result.getSendStatus());
    } catch (MQClientException | MQBrokerException | RemotingException e) {
      return ResponseCodes.blameTheEvents(e, batch.size())
          ? new SendOutcome.Refused(reason(e))
          : trouble(reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return trouble("interrupted");
    }
  }

  // The client's own message is vague, such as "Can not find Message Queue"; the cause has the
  // reason. When keys are missing or wrong, the answer of a broker with ACL does not name the user.
  private String reason(Exception e) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
    String reason = cause == e ? firstLine(e) : firstLine(e) + ", because of " + firstLine(cause);
    return ResponseCodes.isForbidden(e)
        ? "no permission for " + properties.user() + ": " + reason
        : reason;
  }

  // The client adds a line with the address of a page about errors.
  private static String firstLine(Throwable e) {
    return e.toString().lines().findFirst().orElse("");
  }

  // A single event is not sent as a batch: only then does the broker answer with a specific code
  // when the message is too large.
  private SendResult send(List<Message> messages, MessageQueue queue, long millis)
      throws MQClientException, MQBrokerException, RemotingException, InterruptedException {
    return messages.size() == 1
        ? producer.get().send(messages.get(0), queue, millis)
        : producer.get().send(messages, queue, millis);
  }

  // With FLUSH_DISK_TIMEOUT and FLUSH_SLAVE_TIMEOUT, the batch may not survive a crash.
  private boolean isKept(SendStatus status) {
    return status == SendStatus.SEND_OK
        || (status == SendStatus.SLAVE_NOT_AVAILABLE && properties.slaveNotAvailableIsSent());
  }

  private SendOutcome trouble(String reason) {
    queues.doubt();
    return new SendOutcome.Trouble(reason);
  }

  private Message message(PendingEvent event) {
    Message message =
        new Message(
            properties.topic(),
            event.tag(),
            event.key(),
            event.payload().getBytes(StandardCharsets.UTF_8));
    message.putUserProperty("eventId", event.eventId());
    event.headers().forEach(message::putUserProperty);
    return message;
  }
}
