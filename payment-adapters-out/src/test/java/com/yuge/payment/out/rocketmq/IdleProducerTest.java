package com.yuge.payment.out.rocketmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.devstack.PromptStop;
import java.util.List;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.junit.jupiter.api.Test;

/** The client can put single messages together; the relay does that better, and has it off. */
class IdleProducerTest {
  private static final RocketMqProperties NOBODY =
      new RocketMqProperties("127.0.0.1:1", "TOPIC", true, null, null, null);

  @Test
  void noThreadOfItsWakesHundredsOfTimesASecondForNothing() throws MQClientException {
    DefaultMQProducer producer = new RocketMqConfiguration().outboxProducer(NOBODY, ClientTls.NONE);
    try {
      assertThat(threadsOf(producer)).isNotEmpty().noneMatch(name -> name.contains("GuardFor"));
    } finally {
      PromptStop.of(producer, producer::shutdown);
    }
  }

  // Those of the accumulator are named after the client, the others are not.
  private static List<String> threadsOf(DefaultMQProducer producer) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains(producer.getInstanceName()) || name.startsWith("MQClient"))
        .toList();
  }
}
