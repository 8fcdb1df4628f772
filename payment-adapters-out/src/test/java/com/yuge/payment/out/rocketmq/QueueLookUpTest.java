package com.yuge.payment.out.rocketmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the name server's answer does to a send. */
class QueueLookUpTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final PendingEvent EVENT =
      new PendingEvent(1, 5, "E1", "K", "TAG", "{}", Map.of(), Instant.EPOCH);

  private Duration lookUp = Duration.ZERO;
  private @Nullable MQClientException failure;
  private long now;
  private long sentWith = -1;
  private final RocketMqSender sender =
      new RocketMqSender(
          ScriptedProducer::new,
          new RocketMqProperties("ns-1:9876;ns-2:9876", "PAYMENT_TOPIC", true, null, null, null),
          () -> now);

  /** Its name server takes its time or fails, its broker keeps everything. */
  private final class ScriptedProducer extends DefaultMQProducer {
    @Override
    public List<MessageQueue> fetchPublishMessageQueues(String topic) throws MQClientException {
      now += lookUp.toNanos();
      if (failure != null) {
        throw failure;
      }
      return List.of(new MessageQueue(topic, "broker-a", 0));
    }

    @Override
    public SendResult send(Message message, MessageQueue queue, long timeout) {
      sentWith = timeout;
      SendResult result = new SendResult();
      result.setSendStatus(SendStatus.SEND_OK);
      return result;
    }
  }

  @Test
  void theTimeoutIsForTheLookUpAndTheSendTogether() {
    lookUp = Duration.ofSeconds(2);

    assertThat(send()).isInstanceOf(SendOutcome.Sent.class);

    assertThat(sentWith).isEqualTo(1000);
  }

  /** By then the lease may have ended, and another may publish the partition. */
  @Test
  void afterALookUpThatTookTheWholeTimeoutNothingIsSent() {
    lookUp = TIMEOUT;

    assertThat(send()).isInstanceOf(SendOutcome.Trouble.class);

    assertThat(sentWith).isNegative();
  }

  @Test
  void theReasonNamesTheNameServerAndWhatItDid() {
    failure =
        new MQClientException(
            "Can not find Message Queue for this topic, PAYMENT_TOPIC",
            new RemotingTimeoutException("ns-1:9876", 3000));

    assertThat(send())
        .isInstanceOfSatisfying(
            SendOutcome.Trouble.class,
            trouble ->
                assertThat(trouble.reason())
                    .contains("ns-1:9876;ns-2:9876", "RemotingTimeoutException", "timeout"));
  }

  @Test
  void itTellsWhichBrokerAPartitionGoesToOnceItIsKnown() {
    assertThat(sender.brokerOf(5)).isEmpty();

    assertThat(send()).isInstanceOf(SendOutcome.Sent.class);

    assertThat(sender.brokerOf(5)).isEqualTo("broker-a");
  }

  private SendOutcome send() {
    return sender.send(5, List.of(EVENT), TIMEOUT);
  }
}
